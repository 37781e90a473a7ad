-- Valeurs publiées, typées. Grain : un indicateur, une année, une modalité, une lecture.
select
    indicateur,
    try_cast(annee as integer) as annee,
    coalesce(dimension, '') as dimension,
    coalesce(modalite, '') as modalite,
    try_cast(numerateur as double) as numerateur,
    try_cast(denominateur as double) as denominateur,
    coalesce(retenue = 'oui', false) as retenue,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.observations
