-- Entreprises titulaires de plus d’un million : données et résumé
-- Famille : même fait écrit deux fois
-- Fiche : fa03
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, 'fa03_entreprises_1m' as indicateur, 'ensemble' as objet, ligne_source,
        regexp_extract(realisation, '([0-9]+).titulaires', 1) as nombre
    from suivi_actions
    where objectif = 'fa03_o01'
    union all
    select annee, 'fa03_entreprises_1m_territoire', 'du territoire', ligne_source,
        regexp_extract(realisation, 'dont ([0-9]+).du territoire', 1)
    from suivi_actions
    where objectif = 'fa03_o01'
)
select
    annee,
    resume.objet,
    o.valeur as publie,
    try_cast(resume.nombre as double) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, resume.ligne_source])) as lignes
from observations as o
join resume using (annee, indicateur)
where o.retenue
order by annee, objet
