-- Participants à la Matinale et structures nommées
-- Famille : listes et nombres
-- Fiche : fa02
-- Lecture : Un écart dit que des participants ne sont pas nommés, ou qu’une structure est venue à plusieurs.
with nommees as (
    select annee, count(distinct structure) as nombre, lignes(ligne_source) as lignes
    from structures
    where lien = 'Matinale des achats responsables'
    group by annee
)
select
    annee,
    o.valeur as publie,
    nommees.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(nommees.lignes, o.ligne_source))) as lignes
from observations as o
join nommees using (annee)
where o.indicateur = 'fa02_participants_matinale' and o.retenue
