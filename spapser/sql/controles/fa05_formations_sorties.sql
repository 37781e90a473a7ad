-- Formations et sorties des marchés réservés, au plus une par salarié
-- Famille : périmètres
-- Fiche : fa05
-- Lecture : Un écart dirait qu’il y a plus de parcours ou de sorties que de salariés.
with parcours as (
    select annee, marche, dimension, unite, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension in ('formation', 'sortie') and retenue
    group by annee, marche, dimension, unite
),
total as (
    select annee, marche, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'total' and retenue
    group by annee, marche
)
select
    annee,
    marche || ', ' || parcours.dimension as objet,
    parcours.valeur as publie,
    least(parcours.valeur, total.valeur) as recalcule,
    parcours.unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(parcours.lignes, total.lignes))) as lignes
from parcours
join total using (annee, marche)
order by annee, objet
