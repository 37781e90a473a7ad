-- Contrats avec une avance dont l’avance a été versée, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(avance_versee, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where avance
group by annee
