-- Marchés et lots avec une clause d'insertion, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(clause_insertion, montant_compte), clause_insertion), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
