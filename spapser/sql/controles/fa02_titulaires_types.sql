-- Titulaires de marchés réservés, par type de structure
-- Famille : listes et nombres
-- Fiche : fa02
-- Lecture : Un écart signale un titulaire absent de la liste des structures, ou rangé sous un autre type.
with titulaires as (
    select annee, reservation as objet, count(distinct titulaire) as nombre, lignes(ligne_source) as lignes
    from marches
    where reservation <> '' and titulaire <> ''
    group by annee, reservation
),
nommees as (
    select annee, type_structure as objet, count(distinct structure) as nombre, lignes(ligne_source) as lignes
    from structures
    where lien in ('titulaire d’un marché réservé', 'prestation confiée')
    group by annee, type_structure
)
select
    annee,
    objet,
    titulaires.nombre as publie,
    nommees.nombre as recalcule,
    'structures' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(titulaires.lignes, nommees.lignes))) as lignes
from titulaires
left join nommees using (annee, objet)
order by annee, objet
