-- Salariés par marché réservé et structure ; à défaut d’effectif total, ceux du territoire. Grain : une ligne par année, marché et structure.
with effectifs as (
    select *
    from insertion_publics
    where perimetre = 'marchés réservés' and retenue and nature = 'realise' and (dimension = 'total' or dimension = 'territoire' and structure <> '')
    qualify row_number() over (partition by annee, marche, structure order by dimension = 'territoire') = 1
)
select
    annee,
    marche as dimension,
    if(structure = '', 'Structure non précisée', structure) as modalite,
    valeur,
    if(ligne_source is null, null, [ligne_source]) as lignes,
    fiabilite
from effectifs
qualify structure <> '' or not bool_or(structure <> '') over (partition by annee, marche)
