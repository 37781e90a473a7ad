-- Événements et jalons. Grain : un événement ou un jalon, pour une fiche.
select
    fiche,
    titre,
    genre,
    try_cast(debut as date) as debut,
    try_cast(fin as date) as fin,
    precision,
    etat,
    coalesce(lieu, '') as lieu,
    coalesce(partenaire, '') as partenaire,
    try_cast(annee as integer) as annee,
    try_cast(valeur as double) as valeur,
    coalesce(unite, '') as unite,
    coalesce(nature, '') as nature,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.evenements
