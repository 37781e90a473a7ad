-- Heures de la collecte : chaque lecture et le détail par opération
-- Famille : même fait écrit deux fois
-- Fiche : fa04
-- Lecture : Un écart dit que cette lecture donne un autre nombre d’heures que le détail.
with detail as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise' and operation = 'Collecte des ordures ménagères'
    group by annee
)
select
    annee,
    'ligne ' || o.ligne_source as objet,
    o.valeur as publie,
    detail.valeur as recalcule,
    o.unite,
    if(o.valeur = round(o.valeur), 0.5, 0) as tolerance,
    list_sort(list_distinct(list_append(detail.lignes, o.ligne_source))) as lignes
from observations as o
join detail using (annee)
where o.indicateur = 'fa04_heures_collecte'
order by annee, o.ligne_source
