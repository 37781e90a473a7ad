-- Réservation d’un même achat dans plusieurs fiches
-- Famille : même fait écrit deux fois
-- Fiche : fa02
-- Lecture : Un écart compte les achats dont la réservation change d’une fiche à l’autre.
with achats as (
    select annee, achat, count(distinct reservation) as etats, lignes(ligne_source) as lignes
    from programmation
    where reservation <> ''
    group by annee, achat
    having count(distinct fiche) > 1
)
select
    annee - 1 as annee,
    count(*) as publie,
    count(*) filter (where etats = 1) as recalcule,
    'achats' as unite,
    0 as tolerance,
    list_sort(list_distinct(flatten(list(lignes)))) as lignes,
    coalesce(string_agg(achat, ' ; ' order by achat) filter (where etats > 1), '') as objet
from achats
group by annee
