-- Salariés d’un marché réservé : total et territoire par structure
-- Famille : totaux et détails
-- Fiche : fa05
-- Lecture : Un écart dirait que des salariés habitent hors du territoire, ou qu’une structure manque.
with detail as (
    select annee, marche, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'territoire' and structure <> '' and retenue
    group by annee, marche
)
select
    annee,
    marche as objet,
    total.valeur as publie,
    detail.valeur as recalcule,
    total.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(detail.lignes, total.ligne_source))) as lignes
from insertion_publics as total
join detail using (annee, marche)
where total.perimetre = 'marchés réservés' and total.dimension = 'total' and total.structure = '' and total.retenue
order by annee, objet
