-- Marchés et lots avec un critère social, qui majore ceux jugés sur l'insertion. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(critere_social), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
