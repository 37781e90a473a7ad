-- Croissance des heures : totaux publiés et détail par opération
-- Famille : d’une année à l’autre
-- Fiche : fa04
-- Lecture : Un écart dirait que le total et le détail ne racontent pas la même évolution.
with detail as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise'
    group by annee
)
select
    o.annee,
    100 * (o.valeur / precedente.valeur - 1) as publie,
    100 * (detail.valeur / precedente.valeur - 1) as recalcule,
    '%' as unite,
    0.05 as tolerance,
    list_sort(list_distinct(detail.lignes || [o.ligne_source, precedente.ligne_source])) as lignes
from observations as o
join detail using (annee)
join observations as precedente on precedente.annee = o.annee - 1 and precedente.indicateur = o.indicateur
where o.indicateur = 'fa04_heures' and o.retenue and precedente.retenue and precedente.valeur > 0
