-- Une opération est dans l'une des 24 communes de l'EPT. Grain : une ligne dont la commune est d'ailleurs.
-- Jeux : insertion_operations
-- Gravité : avertissement
-- Message : « {valeur} » n’est pas une commune de l’EPT
-- Remède : vérifier l’orthographe, ou laisser vide si l’opération n’est pas dans une seule commune du territoire
select ligne, 'commune' as colonne, commune as valeur
from net
where commune is not null and commune not in (select commune from communes)
