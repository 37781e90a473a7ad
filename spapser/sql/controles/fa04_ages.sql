-- Bénéficiaires : total et tranches d’âge sans le doublon
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que l’effectif des tranches, bornes illisibles comprises, n’est pas le total.
with tranches as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'âge' and retenue
    group by annee
)
select
    annee,
    o.valeur as publie,
    tranches.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(tranches.lignes, o.ligne_source))) as lignes
from observations as o
join tranches using (annee)
where o.indicateur = 'fa04_beneficiaires' and o.retenue
