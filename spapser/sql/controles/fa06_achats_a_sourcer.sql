-- Achats à sourcer de FA6 et planification de FA1
-- Famille : listes et nombres
-- Fiche : fa06
-- Lecture : Un écart dit que les deux fiches, issues de la même planification, ne listent pas les mêmes achats.
with secteur_adapte as (
    select distinct a.annee - 1 as annee, a.achat, a.ligne_source, b.ligne_source as autre_ligne
    from programmation as a
    left join programmation as b on b.annee = a.annee and b.achat = a.achat and b.fiche = 'fa01'
    where a.fiche = 'fa06' and a.sourcage = 'à sourcer'
)
select
    annee,
    count(*) as publie,
    count(autre_ligne) as recalcule,
    'achats' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(lignes(ligne_source), lignes(autre_ligne)))) as lignes,
    coalesce(
        'absents de FA1 : ' || string_agg(achat, ' ; ' order by achat) filter (where autre_ligne is null), ''
    ) as objet
from secteur_adapte
group by annee
