-- Contrats réservés à des entreprises de l’économie sociale et solidaire, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(reserve_ess, montant_compte), reserve_ess), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
