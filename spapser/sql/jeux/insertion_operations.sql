-- Heures d’insertion. Grain : une opération, une année, une nature.
select
    operation,
    type_operation,
    coalesce(periode, '') as periode,
    coalesce(commune, '') as commune,
    try_cast(annee as integer) as annee,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.insertion_operations
