-- Ce qui a été fait. Grain : un objectif, une année.
select
    objectif,
    try_cast(annee as integer) as annee,
    coalesce(statut_declare, '') as statut_declare,
    coalesce(statut_propose, '') as statut_propose,
    coalesce(motif, '') as motif,
    coalesce(realisation, '') as realisation,
    coalesce(motif_declare, '') as motif_declare,
    coalesce(declare_par, '') as declare_par,
    try_cast(declare_le as date) as declare_le,
    try_cast(ligne_source as integer) as ligne_source,
    fiabilite,
    coalesce(note, '') as note
from brut.suivi_actions
