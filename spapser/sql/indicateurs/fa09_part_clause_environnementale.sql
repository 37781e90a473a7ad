-- Marchés et lots avec une clause environnementale. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(clause_environnementale, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
