-- Bénéficiaires : chaque lecture et la somme des situations
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’une situation manque, ou qu’une personne compte deux fois.
with situations as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'situation au 31 décembre' and retenue
    group by annee
)
select
    annee,
    'ligne ' || o.ligne_source as objet,
    o.valeur as publie,
    situations.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(situations.lignes, o.ligne_source))) as lignes
from observations as o
join situations using (annee)
where o.indicateur = 'fa04_beneficiaires'
order by annee, o.ligne_source
