-- Contrats dont un titulaire au moins a son siège dans le Val-de-Marne ou l’Essonne, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(titulaire_departement, montant_compte), titulaire_departement), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
