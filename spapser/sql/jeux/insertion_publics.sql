-- Effectifs agrégés. Grain : un périmètre, une structure, une dimension, une modalité, une année.
select
    perimetre,
    coalesce(marche, '') as marche,
    coalesce(structure, '') as structure,
    dimension,
    coalesce(groupe, '') as groupe,
    modalite,
    try_cast(annee as integer) as annee,
    coalesce(retenue = 'oui', false) as retenue,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.insertion_publics
