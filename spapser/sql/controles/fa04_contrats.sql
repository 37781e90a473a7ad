-- Contrats de travail : total publié et somme des natures
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’une nature de contrat manque dans le détail.
with natures as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'contrat' and retenue
    group by annee
)
select
    annee,
    o.valeur as publie,
    natures.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(natures.lignes, o.ligne_source))) as lignes
from observations as o
join natures using (annee)
where o.indicateur = 'fa04_contrats' and o.retenue
