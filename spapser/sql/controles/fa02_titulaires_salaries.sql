-- Titulaires de marchés réservés à l’insertion et salariés connus
-- Famille : comparaisons
-- Fiche : fa02
-- Lecture : Un écart compte les titulaires dont les salariés ne sont pas donnés nommément.
with titulaires as (
    select m.annee, m.titulaire, m.ligne_source, p.structure, p.ligne_source as ligne_salaries
    from marches as m
    left join insertion_publics as p
        on p.annee = m.annee and p.perimetre = 'marchés réservés' and p.structure <> ''
        and contains(m.titulaire, p.structure)
    where m.reservation = 'SIAE' and m.titulaire <> ''
)
select
    annee,
    count(distinct titulaire) as publie,
    count(distinct titulaire) filter (where structure is not null) as recalcule,
    'structures' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_concat(lignes(ligne_source), lignes(ligne_salaries)))) as lignes
from titulaires
where annee in (select annee from insertion_publics where perimetre = 'marchés réservés')
group by annee
