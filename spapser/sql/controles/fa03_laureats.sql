-- Entreprises distinguées : nombre et noms
-- Famille : listes et nombres
-- Fiche : fa03
-- Lecture : Un écart signale un lauréat compté sans être nommé, ou l’inverse.
with laureats as (
    select annee, count(distinct structure) as nombre, lignes(ligne_source) as lignes
    from structures
    where lien = 'lauréat RSE'
    group by annee
)
select
    annee,
    o.valeur as publie,
    laureats.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(laureats.lignes, o.ligne_source))) as lignes
from observations as o
join laureats using (annee)
where o.indicateur = 'fa03_entreprises_valorisees' and o.retenue
