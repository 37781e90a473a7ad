-- Structures nommées. Grain : une structure, un lien, une ligne du bilan.
select
    structure,
    nom_source,
    coalesce(type_structure, '') as type_structure,
    lien,
    coalesce(commune, '') as commune,
    try_cast(annee as integer) as annee,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.structures
