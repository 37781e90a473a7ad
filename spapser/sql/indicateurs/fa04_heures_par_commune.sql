-- Heures réalisées par les opérations situées dans une seule commune. Grain : une ligne par année et commune.
select
    annee as annee,
    '' as dimension,
    commune as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise' and commune <> ''
group by all
