-- Une partie ne dépasse pas son total. Grain : une ligne dont le numérateur dépasse le dénominateur.
-- Jeux : observations
-- Gravité : bloquante
-- Message : le numérateur « {nombre} » dépasse le dénominateur « {autre} »
-- Remède : vérifier les deux nombres, peut-être intervertis
select ligne, 'numerateur' as colonne, numerateur as valeur, denominateur as autre
from net
where try_cast(numerateur as double) > try_cast(denominateur as double) and unite = '%'
