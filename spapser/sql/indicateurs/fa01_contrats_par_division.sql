-- Contrats notifiés selon la division de leur code CPV. Grain : une ligne par année et par division.
select
    annee,
    division_cpv(code_cpv) as modalite,
    count(*) as valeur,
    [] as lignes,
    'sure' as fiabilite
from comptes
group by all
