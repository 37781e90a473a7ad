-- Salariés par marché réservé et structure. Grain : une ligne par année, marché et structure.
with effectifs as (
    select *, row_number() over (partition by annee, marche, structure order by dimension = 'territoire' desc) as rang
    from insertion_publics
    where perimetre = 'marchés réservés' and retenue
        and (
            dimension = 'total'
            or dimension = 'territoire' and structure <> ''
        )
        and not (
            dimension = 'total' and structure = ''
            and exists (
                select 1 from insertion_publics as detail
                where detail.annee = insertion_publics.annee and detail.marche = insertion_publics.marche
                    and detail.dimension = 'territoire' and detail.structure <> ''
            )
        )
)
select
    annee,
    marche as dimension,
    if(structure = '', 'Structure non précisée', structure) as modalite,
    valeur,
    [ligne_source] as lignes,
    fiabilite
from effectifs
where rang = 1
