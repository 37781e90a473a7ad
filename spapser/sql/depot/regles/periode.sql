-- Un événement ne finit pas avant de commencer. Grain : un événement aux dates inversées.
-- Jeux : evenements
-- Gravité : bloquante
-- Message : la fin « {valeur} » précède le début « {autre} »
-- Remède : intervertir ou corriger les deux dates
select ligne, 'fin' as colonne, fin as valeur, debut as autre
from net
where est_jour(debut) and est_jour(fin) and fin < debut
