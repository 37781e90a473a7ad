-- Bénéficiaires : observations et jeu des publics
-- Famille : même fait écrit deux fois
-- Fiche : fa04
-- Lecture : Un écart signale deux jeux de données qui ne disent pas le même nombre.
with publics as (
    select *, case
        when dimension = 'total' then 'fa04_beneficiaires'
        when dimension = 'territoire' then 'fa04_beneficiaires_territoire'
        when dimension = 'QPV' then 'fa04_qpv'
        when dimension = 'sexe' and modalite = 'Hommes' then 'fa04_part_hommes'
    end as indicateur
    from insertion_publics
    where perimetre = 'clauses d’insertion' and retenue
)
select
    annee,
    publics.modalite as objet,
    o.valeur as publie,
    publics.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, publics.ligne_source])) as lignes
from observations as o
join publics using (annee, indicateur, unite)
where o.retenue
order by annee, objet
