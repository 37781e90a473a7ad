-- Salariés du territoire parmi les salariés des marchés réservés
-- Famille : périmètres
-- Fiche : fa05
-- Lecture : Un écart dirait que la partie dépasse le tout.
with territoire as (
    select annee, marche, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'territoire' and retenue
    group by annee, marche
),
total as (
    select annee, marche, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'total' and retenue
    group by annee, marche
)
select
    annee,
    marche as objet,
    territoire.valeur as publie,
    least(territoire.valeur, total.valeur) as recalcule,
    'personnes' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(territoire.lignes, total.lignes))) as lignes
from territoire
join total using (annee, marche)
order by annee, objet
