-- Poids moyen du critère environnemental dans les contrats de travaux. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(moyenne(ponderation_environnementale), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where travaux
group by annee
