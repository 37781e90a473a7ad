-- Taux moyen des avances accordées, un taux de 0 voulant dire inconnu. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(moyenne(100 * nullif(taux_avance, 0)), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where avance
group by annee
