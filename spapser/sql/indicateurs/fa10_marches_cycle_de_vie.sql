-- Marchés et lots avec un critère de cycle de vie ou de coût global. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(cycle_de_vie), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
