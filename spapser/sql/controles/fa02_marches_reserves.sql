-- Marchés réservés à l’insertion : liste de FA2, salariés de FA5
-- Famille : listes et nombres
-- Fiche : fa02
-- Lecture : Un écart dit qu’une fiche cite un marché réservé que l’autre ne suit pas.
with liste as (
    select annee, count(distinct marche) as nombre, lignes(ligne_source) as lignes
    from marches
    where fiche = 'fa02' and reservation = 'SIAE' and situation <> 'prestation confiée'
    group by annee
),
suivis as (
    select annee, count(distinct split_part(marche, ',', 1)) as nombre, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés'
    group by annee
)
select
    annee,
    liste.nombre as publie,
    suivis.nombre as recalcule,
    'marchés' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(liste.lignes, suivis.lignes))) as lignes
from liste
join suivis using (annee)
