-- Nouveaux marchés à clause d’insertion : chaque lecture et la liste
-- Famille : listes et nombres
-- Fiche : fa04
-- Lecture : Un écart dit que cette lecture compte plus ou moins de marchés qu’il n’en est nommé.
with liste as (
    select annee, count(distinct marche) as nombre, lignes(ligne_source) as lignes
    from marches
    where nouveau and clause = 'insertion'
    group by annee
)
select
    annee,
    'ligne ' || o.ligne_source as objet,
    o.valeur as publie,
    liste.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(liste.lignes, o.ligne_source))) as lignes
from observations as o
join liste using (annee)
where o.indicateur = 'fa04_nouveaux_marches_clause'
order by annee, o.ligne_source
