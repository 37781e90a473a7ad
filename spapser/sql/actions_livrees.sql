-- Ce qui a été fait, tel que le produit l'a livré. Grain : un objectif, une année.
select
    objectif,
    try_cast(annee as integer) as annee,
    coalesce(realisation, '') as realisation,
    try_cast(ligne_source as integer) as ligne_source
from socle.suivi_actions
