-- Marchés nommés. Grain : un marché ou un lot, un titulaire, une raison d’être cité.
select
    marche,
    coalesce(lot, '') as lot,
    coalesce(titulaire, '') as titulaire,
    situation,
    coalesce(reservation, '') as reservation,
    coalesce(clause, '') as clause,
    coalesce(nouveau = 'oui', false) as nouveau,
    coalesce(bilan_execution = 'oui', false) as bilan_execution,
    fiche,
    try_cast(annee as integer) as annee,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.marches
