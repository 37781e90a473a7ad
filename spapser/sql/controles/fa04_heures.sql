-- Heures d’insertion : total publié et somme des opérations
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart de plus d’une demi-heure dirait qu’une opération manque ou compte deux fois.
with detail as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise'
    group by annee
)
select
    annee,
    o.valeur as publie,
    detail.valeur as recalcule,
    o.unite,
    0.5 as tolerance,
    list_sort(list_distinct(list_append(detail.lignes, o.ligne_source))) as lignes
from observations as o
join detail using (annee)
where o.indicateur = 'fa04_heures' and o.retenue
