-- Contrats par groupe : somme des natures et résumé de l’action
-- Famille : même fait écrit deux fois
-- Fiche : fa04
-- Lecture : Un écart signale un résumé d’action qui ne dit plus la même chose que la donnée.
with resume as (
    select annee, ligne_source, unnest([
        {'groupe': 'Contrats d’insertion', 'lu': regexp_extract(realisation, '([0-9]+).contrats d’insertion', 1)},
        {'groupe': 'Embauche directe', 'lu': regexp_extract(realisation, '([0-9]+).embauches directes', 1)},
        {'groupe': 'Intérim', 'lu': regexp_extract(realisation, '([0-9]+).missions d’intérim', 1)}
    ], recursive := true)
    from suivi_actions
    where objectif = 'fa04_o03'
),
natures as (
    select annee, groupe, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'contrat' and retenue
    group by annee, groupe
)
select
    annee,
    groupe as objet,
    try_cast(resume.lu as double) as publie,
    natures.valeur as recalcule,
    'contrats' as unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(natures.lignes, resume.ligne_source))) as lignes
from natures
join resume using (annee, groupe)
order by annee, objet
