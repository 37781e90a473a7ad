-- CDI de la collecte et des autres marchés, par employeur
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’un employeur est rangé sous le mauvais marché.
with employeurs as (
    select
        annee,
        if(groupe = 'Collecte', 'collecte', 'autres marchés') as objet,
        if(groupe = 'Collecte', 'fa04_cdi_collecte', 'fa04_cdi_autres') as indicateur,
        sum(valeur) as valeur,
        lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'CDI par employeur' and retenue
    group by all
)
select
    annee,
    employeurs.objet,
    o.valeur as publie,
    employeurs.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(employeurs.lignes, o.ligne_source))) as lignes
from observations as o
join employeurs using (annee, indicateur)
where o.retenue
order by annee, objet
