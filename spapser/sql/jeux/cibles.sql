-- Cibles datées, typées. Grain : un indicateur, une année, une lecture.
select
    indicateur,
    try_cast(annee as integer) as annee,
    comparaison,
    coalesce(retenue = 'oui', false) as retenue,
    coalesce(source, '') as source,
    coalesce(lien, '') as lien,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.cibles
