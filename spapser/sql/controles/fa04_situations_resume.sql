-- Situations au 31 décembre : observations et résumé de l’action
-- Famille : même fait écrit deux fois
-- Fiche : fa04
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, ligne_source, unnest([
        {'indicateur': 'fa04_en_parcours', 'objet': 'en parcours', 'lu': regexp_extract(realisation, '^([0-9]+)', 1)},
        {'indicateur': 'fa04_beneficiaires', 'objet': 'ensemble', 'lu': regexp_extract(realisation, 'sur ([0-9]+)', 1)},
        {'indicateur': 'fa04_sortis', 'objet': 'sortis', 'lu': regexp_extract(realisation, '([0-9]+).sont sortis', 1)}
    ], recursive := true)
    from suivi_actions
    where objectif = 'fa04_o01'
)
select
    annee,
    resume.objet,
    o.valeur as publie,
    try_cast(resume.lu as double) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, resume.ligne_source])) as lignes
from observations as o
join resume using (annee, indicateur)
where o.retenue
order by annee, objet
