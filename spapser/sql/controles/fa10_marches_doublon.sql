-- Marchés cités pour le réemploi et marchés distincts
-- Famille : listes et nombres
-- Fiche : fa10
-- Lecture : Un écart compte les marchés cités plus d’une fois dans la même liste.
select
    annee,
    count(*) as publie,
    count(distinct marche) as recalcule,
    'marchés' as unite,
    0 as tolerance,
    lignes(ligne_source) as lignes,
    coalesce(string_agg(marche, ' ; ' order by marche) filter (where rang = 2), '') as objet
from (
    select *, row_number() over (partition by annee, marche order by lot) as rang
    from marches
    where clause = 'réemploi et recyclage'
)
group by annee
