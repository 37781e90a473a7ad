-- Communes des quartiers prioritaires et communes du territoire
-- Famille : périmètres
-- Fiche : fa04
-- Lecture : Un écart signale une commune mal écrite, ou hors de l’EPT.
select
    p.annee,
    count(distinct p.modalite) as publie,
    count(distinct c.nom) as recalcule,
    'communes' as unite,
    0 as tolerance,
    lignes(p.ligne_source) as lignes,
    coalesce(string_agg(distinct p.modalite, ' ; ' order by p.modalite) filter (where c.nom is null), '') as objet
from insertion_publics as p
left join communes as c on c.nom = p.modalite
where p.perimetre = 'clauses d’insertion' and p.dimension = 'commune QPV' and p.retenue
group by p.annee
