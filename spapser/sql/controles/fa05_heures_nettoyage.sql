-- Heures de nettoyage, marché réservé et clause d’insertion
-- Famille : comparaisons
-- Fiche : fa05
-- Lecture : Un écart est attendu si les deux fiches parlent de marchés différents ; rien ne le dit.
with clause as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_operations
    where nature = 'realise' and operation = 'Nettoyage des locaux'
    group by annee
)
select
    annee,
    o.valeur as publie,
    clause.valeur as recalcule,
    o.unite,
    0.5 as tolerance,
    list_sort(list_distinct(list_append(clause.lignes, o.ligne_source))) as lignes
from observations as o
join clause using (annee)
where o.indicateur = 'fa05_heures_nettoyage_nord' and o.retenue
