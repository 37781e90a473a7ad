-- Contrats réservés attribués à un groupement. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(groupe), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where reserve
group by annee
