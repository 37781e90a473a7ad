-- Équipements reconditionnés achetés et donnés. Grain : une ligne par année, opération et produit.
select
    annee as annee,
    case operation when 'don' then 'Dons' else 'Achats reconditionnés' end as dimension,
    produit as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from reemploi
where operation in ('achat reconditionné', 'don') and unite = 'unités' and nature = 'realise'
group by all
