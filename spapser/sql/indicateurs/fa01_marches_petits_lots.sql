-- Marchés et lots de moins de 80 000 € HT. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(moins_80000), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
