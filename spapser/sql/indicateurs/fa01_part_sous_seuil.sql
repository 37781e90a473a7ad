-- Contrats dont le montant initial est inférieur au seuil européen de l’année, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(sous_seuil, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
