-- « Pas de considération » ne va pas avec une considération. Grain : une cellule.
-- Jeux : contrats
-- Gravité : bloquante
-- Message : « {valeur} » dit à la fois qu’il y a une considération et qu’il n’y en a pas
-- Remède : garder l’une ou l’autre
select ligne, 'considerations_sociales' as colonne, considerations_sociales as valeur
from net
where contains(considerations_sociales, ', ') and (contains(considerations_sociales, 'Pas de ') or contains(considerations_sociales, 'Sans objet'))
union all
select ligne, 'considerations_environnementales' as colonne, considerations_environnementales as valeur
from net
where contains(considerations_environnementales, ', ')
    and (contains(considerations_environnementales, 'Pas de ') or contains(considerations_environnementales, 'Sans objet'))
