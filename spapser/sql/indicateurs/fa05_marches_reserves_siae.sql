-- Marchés en cours réservés aux SIAE. Grain : une ligne par année.
select
    annee as annee,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where reservation = 'SIAE' and situation in ('en cours d’exécution', 'conclu dans l’année')
group by all
