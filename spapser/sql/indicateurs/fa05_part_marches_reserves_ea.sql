-- Marchés et lots réservés à une EA ou un ESAT. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(part(reserve_handicap, montant_compte), reserve_handicap), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
