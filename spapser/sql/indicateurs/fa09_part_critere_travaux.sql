-- Contrats de travaux qui ont un critère environnemental, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(critere_environnemental, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where travaux
group by annee
