-- Contrats qui ont un critère de coût du cycle de vie ou de coût global, parmi ceux dont la réponse est connue. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(cycle_de_vie, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
