-- Heures d’insertion : total publié, services et travaux
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’une opération n’est rangée ni en services ni en travaux.
with types as (
    select
        annee,
        sum(valeur) filter (where type_operation = 'Services') as services,
        sum(valeur) filter (where type_operation = 'Travaux') as travaux,
        lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise'
    group by annee
)
select
    annee,
    o.valeur as publie,
    types.services + types.travaux as recalcule,
    o.unite,
    0.5 as tolerance,
    list_sort(list_distinct(list_append(types.lignes, o.ligne_source))) as lignes
from observations as o
join types using (annee)
where o.indicateur = 'fa04_heures' and o.retenue
