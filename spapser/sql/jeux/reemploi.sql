-- Réemploi et dons. Grain : une opération, un produit, une unité, un acheteur.
select
    operation,
    produit,
    coalesce(type_produit_acquis, '') as type_produit_acquis,
    coalesce(siret, '') as siret,
    coalesce(acheteur, '') as acheteur,
    coalesce(organisme, '') as organisme,
    try_cast(annee as integer) as annee,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.reemploi
