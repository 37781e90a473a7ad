-- Contrats dont un titulaire au moins est une entreprise solidaire d’utilité sociale agréée (ESUS), parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(titulaire_esus, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
