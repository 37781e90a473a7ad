-- Heures engagées : total publié et somme des nouveaux marchés
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que le total arrondi cache un marché oublié.
with detail as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'engage'
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
where o.indicateur = 'fa04_heures_engagees' and o.retenue
