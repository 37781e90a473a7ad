-- Marchés et lots attribués à une TPE ou une PME au moins, parmi ceux dont la taille du titulaire est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(titulaire_pme, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
