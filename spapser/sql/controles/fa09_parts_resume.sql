-- Clauses et critères environnementaux : parts et résumé de l’action
-- Famille : même fait écrit deux fois
-- Fiche : fa09
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, ligne_source, unnest([
        {'indicateur': 'fa09_part_clause_environnementale', 'objet': 'clause', 'motif': '^([0-9]+).%'},
        {'indicateur': 'fa09_part_critere_environnemental', 'objet': 'critère', 'motif': 'et ([0-9]+).%'}
    ], recursive := true), realisation
    from suivi_actions
    where objectif = 'fa09_o01'
)
select
    annee,
    resume.objet,
    o.valeur as publie,
    try_cast(regexp_extract(resume.realisation, resume.motif, 1) as double) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, resume.ligne_source])) as lignes
from observations as o
join resume using (annee, indicateur)
where o.retenue
order by annee, objet
