-- Part de la collecte dans les heures réalisées. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where operation = 'Collecte des ordures ménagères') / sum(valeur) as valeur,
    sum(valeur) filter (where operation = 'Collecte des ordures ménagères') as numerateur,
    sum(valeur) as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise'
group by annee
having sum(valeur) > 0
