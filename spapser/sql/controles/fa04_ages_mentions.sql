-- Bénéficiaires : total et tranches d’âge telles qu’écrites
-- Famille : listes et nombres
-- Fiche : fa04
-- Lecture : Un écart mesure l’effectif des tranches d’âge écrites deux fois.
with tranches as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'âge'
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
