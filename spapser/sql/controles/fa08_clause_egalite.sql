-- Marchés avec clause d’égalité : nombre et marchés nommés
-- Famille : listes et nombres
-- Fiche : fa08
-- Lecture : Un écart signale un marché compté sans être nommé, ou nommé sans être compté.
with nommes as (
    select annee, count(distinct marche) filter (where fiche = 'fa08') as nombre,
        lignes(if(fiche = 'fa08', ligne_source, null)) as lignes
    from marches
    group by annee
)
select
    annee,
    o.valeur as publie,
    nommes.nombre as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(nommes.lignes, o.ligne_source))) as lignes
from observations as o
join nommes using (annee)
where o.indicateur = 'fa08_marches_clause_egalite' and o.retenue
