-- Achats à réserver de FA2 et planification de FA1
-- Famille : listes et nombres
-- Fiche : fa02
-- Lecture : Un écart signale un achat à réserver que la planification des marchés ne cite pas.
with etudies as (
    select distinct a.annee - 1 as annee, a.achat, a.ligne_source, b.ligne_source as autre_ligne
    from programmation as a
    left join programmation as b on b.annee = a.annee and b.achat = a.achat and b.fiche = 'fa01'
    where a.fiche = 'fa02'
)
select
    annee,
    count(*) as publie,
    count(autre_ligne) as recalcule,
    'achats' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(lignes(ligne_source), lignes(autre_ligne)))) as lignes
from etudies
group by annee
