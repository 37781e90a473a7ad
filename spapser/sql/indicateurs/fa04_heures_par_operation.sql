-- Heures réalisées par opération, services et travaux distingués. Grain : une ligne par année et opération.
select
    annee as annee,
    type_operation as dimension,
    operation as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise'
group by all
