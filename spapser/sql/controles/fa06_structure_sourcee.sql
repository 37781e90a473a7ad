-- Achats sourcés auprès de la même structure : FA5 et FA6
-- Famille : même fait écrit deux fois
-- Fiche : fa06
-- Lecture : Un écart dit que les deux fiches ne citent pas les mêmes achats pour cette structure.
with sourcages as (
    select
        annee,
        structure as objet,
        list(distinct achat) filter (where fiche = 'fa05') as achats_fa05,
        list(distinct achat) filter (where fiche = 'fa06') as achats_fa06,
        lignes(ligne_source) as lignes
    from programmation
    where structure <> ''
    group by annee, structure
)
select
    annee - 1 as annee,
    objet,
    len(list_distinct(list_concat(achats_fa05, achats_fa06))) as publie,
    len(list_intersect(achats_fa05, achats_fa06)) as recalcule,
    'achats' as unite,
    0 as tolerance,
    lignes
from sourcages
where achats_fa05 is not null and achats_fa06 is not null
order by annee, objet
