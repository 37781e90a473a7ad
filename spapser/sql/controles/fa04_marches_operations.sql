-- Marchés à clause en cours et opérations ayant des heures
-- Famille : comparaisons
-- Fiche : fa04
-- Lecture : Un écart dit que des marchés à clause n’ont pas d’heures cette année, ou sont regroupés.
with operations as (
    select annee, count(distinct operation) as nombre, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise'
    group by annee
)
select
    annee,
    o.valeur as publie,
    operations.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(operations.lignes, o.ligne_source))) as lignes
from observations as o
join operations using (annee)
where o.indicateur = 'fa04_marches_clause_en_cours' and o.retenue
