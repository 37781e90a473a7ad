-- Smartphones reconditionnés achetés. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from reemploi
where operation = 'achat reconditionné' and produit ilike 'smartphone%' and unite = 'unités' and nature = 'realise'
group by all
