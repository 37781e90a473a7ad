-- Marchés réservés conclus dans l’année : nombre et liste
-- Famille : listes et nombres
-- Fiche : fa05
-- Lecture : Un écart signale un marché réservé compté sans être nommé, ou l’inverse.
with conclus as (
    select annee, count(distinct marche) as nombre, lignes(ligne_source) as lignes
    from marches
    where reservation <> '' and situation = 'conclu dans l’année'
    group by annee
)
select
    annee,
    o.valeur as publie,
    conclus.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(conclus.lignes, o.ligne_source))) as lignes
from observations as o
join conclus using (annee)
where o.indicateur = 'fa05_marches_reserves_annee' and o.retenue
