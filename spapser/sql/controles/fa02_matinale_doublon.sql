-- Noms cités à la Matinale et structures distinctes
-- Famille : listes et nombres
-- Fiche : fa02
-- Lecture : Un écart compte les structures citées plus d’une fois dans la même liste.
select
    annee,
    count(*) as publie,
    count(distinct structure) as recalcule,
    'structures' as unite,
    0 as tolerance,
    lignes(ligne_source) as lignes,
    coalesce(string_agg(structure, ' ; ' order by structure) filter (where rang = 2), '') as objet
from (
    select *, row_number() over (partition by annee, structure order by nom_source) as rang
    from structures
    where lien = 'Matinale des achats responsables'
)
group by annee
