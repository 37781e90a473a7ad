-- Achats à réserver : revue de FA2 et revue de FA5
-- Famille : comparaisons
-- Fiche : fa02
-- Lecture : Un écart dit que les deux revues de marchés ne retiennent pas les mêmes achats.
with etudies as (
    select distinct a.annee - 1 as annee, a.achat, a.ligne_source, b.ligne_source as autre_ligne
    from programmation as a
    left join programmation as b
        on b.annee = a.annee and b.achat = a.achat and b.fiche = 'fa05' and b.reservation = 'à étudier'
    where a.fiche = 'fa02' and a.reservation = 'à étudier'
)
select
    annee,
    count(*) as publie,
    count(autre_ligne) as recalcule,
    'achats' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(lignes(ligne_source), lignes(autre_ligne)))) as lignes,
    coalesce(
        'absents de FA5 : ' || string_agg(achat, ' ; ' order by achat) filter (where autre_ligne is null), ''
    ) as objet
from etudies
group by annee
