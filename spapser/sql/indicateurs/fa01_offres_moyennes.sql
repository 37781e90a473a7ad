-- Offres reçues en moyenne par marché ou lot. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(moyenne(offres_recues), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
