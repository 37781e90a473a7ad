-- Contrats dont un titulaire au moins a son siège dans l’une des 24 communes, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(titulaire_territoire, montant_compte), titulaire_territoire), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
