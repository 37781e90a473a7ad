-- Marchés, lots et concessions notifiés, comptés chacun une fois. Grain : une ligne par année.
select
    annee,
    count(*) as valeur,
    [] as lignes,
    'sure' as fiabilite
from comptes
group by annee
