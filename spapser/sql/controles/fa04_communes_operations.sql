-- Communes des opérations et communes du territoire
-- Famille : périmètres
-- Fiche : fa04
-- Lecture : Un écart signale une opération placée hors des communes de l’EPT.
select
    o.annee,
    count(distinct o.commune) as publie,
    count(distinct c.nom) as recalcule,
    'communes' as unite,
    0 as tolerance,
    lignes(o.ligne_source) as lignes,
    coalesce(string_agg(distinct o.commune, ' ; ' order by o.commune) filter (where c.nom is null), '') as objet
from insertion_operations as o
left join communes as c on c.nom = o.commune
where o.commune <> ''
group by o.annee
