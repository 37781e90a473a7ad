-- Marchés ayant eu leur bilan d’exécution : nombre et liste
-- Famille : listes et nombres
-- Fiche : fa01
-- Lecture : Un écart signale un marché compté sans être nommé, ou nommé sans être compté.
with liste as (
    select annee, count(distinct marche) as nombre, lignes(ligne_source) as lignes
    from marches
    where bilan_execution
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
where o.indicateur = 'fa01_bilans_execution' and o.retenue
