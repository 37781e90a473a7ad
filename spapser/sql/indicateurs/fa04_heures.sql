-- Somme des heures réalisées par opération. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise'
group by all
