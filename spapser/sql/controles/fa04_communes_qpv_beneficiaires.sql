-- Communes des quartiers prioritaires parmi celles des bénéficiaires
-- Famille : périmètres
-- Fiche : fa04
-- Lecture : Un écart dirait que la liste dépasse le nombre de communes publié.
with liste as (
    select annee, count(distinct modalite) as nombre, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'commune QPV' and retenue
    group by annee
)
select
    annee,
    liste.nombre as publie,
    least(liste.nombre, o.valeur) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(liste.lignes, o.ligne_source))) as lignes
from observations as o
join liste using (annee)
where o.indicateur = 'fa04_communes' and o.retenue
