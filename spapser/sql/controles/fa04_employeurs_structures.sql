-- Employeurs en CDI et structures nommées
-- Famille : listes et nombres
-- Fiche : fa04
-- Lecture : Un écart signale un employeur absent de la liste des structures, ou écrit autrement.
select
    p.annee,
    count(distinct p.modalite) as publie,
    count(distinct s.structure) as recalcule,
    'entreprises' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(lignes(p.ligne_source), lignes(s.ligne_source)))) as lignes,
    coalesce(string_agg(distinct p.modalite, ' ; ' order by p.modalite) filter (where s.structure is null), '') as objet
from insertion_publics as p
left join structures as s
    on s.annee = p.annee and s.structure = p.modalite and s.lien = 'employeur en clause d’insertion'
where p.perimetre = 'clauses d’insertion' and p.dimension = 'CDI par employeur' and p.retenue
group by p.annee
