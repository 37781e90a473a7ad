-- Part des habitants du territoire : part publiée et effectifs
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dirait que la part a été calculée sur un autre total.
select
    annee,
    part.valeur as publie,
    100 * territoire.valeur / total.valeur as recalcule,
    part.unite,
    0.5 as tolerance,
    list_sort(list_distinct([part.ligne_source, territoire.ligne_source, total.ligne_source])) as lignes
from observations as part
join observations as territoire using (annee)
join observations as total using (annee)
where part.indicateur = 'fa04_part_territoire' and part.retenue
    and territoire.indicateur = 'fa04_beneficiaires_territoire' and territoire.retenue
    and total.indicateur = 'fa04_beneficiaires' and total.retenue and total.valeur > 0
