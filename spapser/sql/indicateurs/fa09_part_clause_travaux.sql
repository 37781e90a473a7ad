-- Contrats de travaux qui ont une clause environnementale, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(clause_environnementale, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where travaux
group by annee
