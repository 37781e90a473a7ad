-- Contrats notifiés selon leur type d'achat. Grain : une ligne par année et par type.
select
    annee,
    type_achat(code_cpv, ccag) as modalite,
    count(*) as valeur,
    [] as lignes,
    'sure' as fiabilite
from comptes
group by all
