-- Marchés ciblés pour des matériaux de réemploi. Grain : une ligne par année.
select
    annee as annee,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where clause = 'matériaux du réemploi'
group by all
