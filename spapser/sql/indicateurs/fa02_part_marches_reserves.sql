-- Marchés et lots réservés, parmi ceux dont les considérations sociales sont connues. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(reserve, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
