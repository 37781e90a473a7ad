-- Contrats attribués à plusieurs opérateurs réunis en groupement, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(groupe, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
