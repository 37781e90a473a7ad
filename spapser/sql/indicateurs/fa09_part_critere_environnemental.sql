-- Marchés et lots avec un critère environnemental. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(critere_environnemental, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
