-- Contrats réservés à des structures d’insertion par l’activité économique (SIAE), parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(reserve_siae, montant_compte), reserve_siae), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
