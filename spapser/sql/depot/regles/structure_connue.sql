-- Une structure est l'une de celles que le jeu « structures » connaît. Grain : une ligne dont la structure est inconnue.
-- Jeux : insertion_publics
-- Gravité : avertissement
-- Message : la structure « {valeur} » n’est pas dans le jeu « structures »
-- Remède : vérifier l’orthographe, ou déposer aussi la structure
select ligne, 'structure' as colonne, structure as valeur
from net
where structure is not null and structure not in (select structure from structures)
