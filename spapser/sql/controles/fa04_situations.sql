-- Personnes en parcours et sorties : totaux et situations détaillées
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’une situation manque dans le détail.
with situations as (
    select
        annee,
        groupe as objet,
        if(groupe = 'En parcours', 'fa04_en_parcours', 'fa04_sortis') as indicateur,
        sum(valeur) as valeur,
        lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'situation au 31 décembre' and retenue
    group by annee, groupe
)
select
    annee,
    situations.objet,
    o.valeur as publie,
    situations.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(situations.lignes, o.ligne_source))) as lignes
from observations as o
join situations using (annee, indicateur)
where o.retenue
order by annee, objet
