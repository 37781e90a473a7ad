-- Équipements achetés et donnés : données et résumé de l’action
-- Famille : même fait écrit deux fois
-- Fiche : fa10
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, ligne_source, realisation, unnest([
        {'operation': 'achat reconditionné', 'objet': 'Smartphones reconditionnés', 'motif': '^([0-9]+)'},
        {'operation': 'don', 'objet': 'Smartphones', 'motif': '([0-9]+).smartphones et'},
        {'operation': 'don', 'objet': 'Tablettes', 'motif': '([0-9]+).tablettes'}
    ], recursive := true)
    from suivi_actions
    where objectif = 'fa10_o03'
)
select
    r.annee,
    resume.objet,
    r.valeur as publie,
    try_cast(regexp_extract(resume.realisation, resume.motif, 1) as double) as recalcule,
    r.unite,
    0 as tolerance,
    list_sort(list_distinct([r.ligne_source, resume.ligne_source])) as lignes
from reemploi as r
join resume on resume.annee = r.annee and resume.operation = r.operation and resume.objet = r.produit
where r.unite = 'unités'
order by r.annee, objet
