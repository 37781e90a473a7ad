-- Achats à venir. Grain : un achat, une fiche qui le cite.
select
    achat,
    fiche,
    try_cast(annee as integer) as annee,
    coalesce(sourcage, '') as sourcage,
    coalesce(reservation, '') as reservation,
    coalesce(public_vise, '') as public_vise,
    coalesce(structure, '') as structure,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.programmation
