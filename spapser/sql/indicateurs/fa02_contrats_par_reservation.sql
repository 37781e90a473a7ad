-- Contrats réservés selon les structures auxquelles ils le sont. Grain : une ligne par année et par genre de structure.
select
    annee,
    case reservation
        when 'SIAE' then 'Insertion (SIAE)'
        when 'EA' then 'Entreprises adaptées (EA)'
        when 'ESAT' then 'ESAT'
        when 'ESS' then 'Économie sociale et solidaire (ESS)'
        else 'Sans précision'
    end as modalite,
    count(*) as valeur,
    [] as lignes,
    'sure' as fiabilite
from comptes
where reserve
group by all
