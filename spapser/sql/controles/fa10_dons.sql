-- Équipements donnés : total et somme par produit
-- Famille : totaux et détails
-- Fiche : fa10
-- Lecture : Un écart dirait qu’un produit donné manque dans le détail.
with dons as (
    select annee, unite, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from reemploi
    where operation = 'don'
    group by annee, unite
)
select
    annee,
    o.valeur as publie,
    dons.valeur as recalcule,
    unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(dons.lignes, o.ligne_source))) as lignes
from observations as o
join dons using (annee, unite)
where o.indicateur = 'fa10_dons' and o.retenue
