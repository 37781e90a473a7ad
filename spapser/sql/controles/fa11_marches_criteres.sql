-- Marchés de restauration durables : nombre et liste
-- Famille : listes et nombres
-- Fiche : fa11
-- Lecture : Un écart signale un marché compté sans être nommé, ou nommé sans être compté.
with liste as (
    select annee, count(distinct marche) as nombre, lignes(ligne_source) as lignes
    from marches
    where clause = 'alimentation durable'
    group by annee
)
select
    annee,
    o.valeur as publie,
    liste.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(liste.lignes, o.ligne_source))) as lignes
from observations as o
join liste using (annee)
where o.indicateur = 'fa11_marches_criteres_environnementaux' and o.retenue
