-- Habitants des quartiers prioritaires : total et somme des communes
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’une commune manque dans la liste.
with detail as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'commune QPV' and retenue
    group by annee
)
select
    annee,
    o.valeur as publie,
    detail.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(detail.lignes, o.ligne_source))) as lignes
from observations as o
join detail using (annee)
where o.indicateur = 'fa04_qpv' and o.retenue
