-- Produits durables : cible de la fiche et marché « Traiteur »
-- Famille : cibles
-- Fiche : fa11
-- Lecture : Un écart dirait que le marché n’impose pas la part fixée par la fiche.
with marche as (
    select
        annee,
        if(objectif = 'fa11_o01', 'fa11_part_bio', 'fa11_part_circuit_court') as indicateur,
        if(objectif = 'fa11_o01', 'produits biologiques', 'circuit court') as objet,
        regexp_extract(realisation, 'au moins ([0-9]+).%', 1) as part,
        ligne_source
    from suivi_actions
    where objectif in ('fa11_o01', 'fa11_o02')
)
select
    annee,
    marche.objet,
    c.valeur as publie,
    try_cast(marche.part as double) as recalcule,
    c.unite,
    0 as tolerance,
    list_sort(list_distinct([c.ligne_source, marche.ligne_source])) as lignes
from cibles as c
join marche using (annee, indicateur)
where c.nature = 'cible' and c.retenue
order by annee, objet
