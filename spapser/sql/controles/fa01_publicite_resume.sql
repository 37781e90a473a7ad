-- Délais de publicité prolongés : part publiée et résumé de l’action
-- Famille : même fait écrit deux fois
-- Fiche : fa01
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, regexp_extract(realisation, '^([0-9]+).%', 1) as part, ligne_source
    from suivi_actions
    where objectif = 'fa01_o04'
    union all
    select annee - 1, regexp_extract(realisation, 'contre ([0-9]+).%', 1), ligne_source
    from suivi_actions
    where objectif = 'fa01_o04'
)
select
    annee,
    o.valeur as publie,
    try_cast(resume.part as double) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, resume.ligne_source])) as lignes
from observations as o
join resume using (annee)
where o.indicateur = 'fa01_part_publicite_prolongee' and o.retenue
order by annee
