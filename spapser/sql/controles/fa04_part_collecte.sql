-- Part de la collecte : chaque lecture et le détail par opération
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dit que la part écrite à cette ligne ne vient pas du détail des heures.
with detail as (
    select
        annee,
        sum(valeur) filter (where operation = 'Collecte des ordures ménagères') as collecte,
        sum(valeur) as total,
        lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise'
    group by annee
)
select
    annee,
    'ligne ' || o.ligne_source as objet,
    o.valeur as publie,
    100 * detail.collecte / detail.total as recalcule,
    o.unite,
    if(o.valeur = round(o.valeur), 0.5, 0.05) as tolerance,
    list_sort(list_distinct(list_append(detail.lignes, o.ligne_source))) as lignes
from observations as o
join detail using (annee)
where o.indicateur = 'fa04_part_collecte' and detail.total > 0
order by annee, o.ligne_source
