-- Entreprises seules titulaires de contrats dont le total dépasse un million d'euros. Grain : une ligne par année.
select
    annee,
    count_if(montant > 1000000) as valeur,
    [] as lignes,
    'sure' as fiabilite
from entreprises
group by annee
