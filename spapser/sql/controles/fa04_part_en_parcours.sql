-- Part encore en parcours : part publiée et effectifs
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dit que la part a été tronquée ou calculée sur un autre total.
select
    annee,
    part.valeur as publie,
    100 * parcours.valeur / total.valeur as recalcule,
    part.unite,
    0.05 as tolerance,
    list_sort(list_distinct([part.ligne_source, parcours.ligne_source, total.ligne_source])) as lignes
from observations as part
join observations as parcours using (annee)
join observations as total using (annee)
where part.indicateur = 'fa04_part_en_parcours' and part.retenue
    and parcours.indicateur = 'fa04_en_parcours' and parcours.retenue
    and total.indicateur = 'fa04_beneficiaires' and total.retenue and total.valeur > 0
