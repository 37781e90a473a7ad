-- Salariés des marchés réservés : total, femmes et hommes
-- Famille : totaux et détails
-- Fiche : fa05
-- Lecture : Un écart dirait qu’une personne manque ; « invérifiable » : le sexe n’est pas donné.
with sexes as (
    select annee, marche, structure, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'sexe' and retenue
    group by annee, marche, structure
)
select
    annee,
    concat_ws(', ', marche, nullif(structure, '')) as objet,
    total.valeur as publie,
    sexes.valeur as recalcule,
    total.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(sexes.lignes, total.ligne_source))) as lignes
from insertion_publics as total
left join sexes using (annee, marche, structure)
where total.perimetre = 'marchés réservés' and total.dimension = 'total' and total.retenue
order by annee, objet
