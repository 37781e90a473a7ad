-- Marchés et lots avec une clause d'égalité. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(clause_egalite), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
