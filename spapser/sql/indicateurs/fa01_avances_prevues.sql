-- Marchés et lots qui prévoient une avance. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(avance), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
