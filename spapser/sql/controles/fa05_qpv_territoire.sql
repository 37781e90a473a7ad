-- Quartiers prioritaires et territoire, par marché réservé
-- Famille : comparaisons
-- Fiche : fa05
-- Lecture : Un écart dit que des résidents de quartiers prioritaires habitent ailleurs, ou qu’un nombre est faux.
with qpv as (
    select annee, marche, arg_max(valeur, structure = '') as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'QPV' and retenue
    group by annee, marche
),
territoire as (
    select annee, marche, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'marchés réservés' and dimension = 'territoire' and retenue
    group by annee, marche
)
select
    annee,
    marche as objet,
    qpv.valeur as publie,
    if(territoire.valeur is null, null, least(qpv.valeur, territoire.valeur)) as recalcule,
    'personnes' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(qpv.lignes, territoire.lignes))) as lignes
from qpv
left join territoire using (annee, marche)
order by annee, objet
