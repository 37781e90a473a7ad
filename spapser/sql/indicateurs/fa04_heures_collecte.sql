-- Heures réalisées par la collecte des ordures ménagères. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise' and operation = 'Collecte des ordures ménagères'
group by all
