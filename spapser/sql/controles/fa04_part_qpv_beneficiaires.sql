-- Part en quartier prioritaire, sur tous les bénéficiaires
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dit que la part publiée ne porte pas sur l’ensemble des bénéficiaires.
select
    annee,
    part.valeur as publie,
    100 * qpv.valeur / total.valeur as recalcule,
    part.unite,
    0.05 as tolerance,
    list_sort(list_distinct([part.ligne_source, qpv.ligne_source, total.ligne_source])) as lignes
from observations as part
join observations as qpv using (annee)
join observations as total using (annee)
where part.indicateur = 'fa04_part_qpv' and part.retenue and qpv.indicateur = 'fa04_qpv' and qpv.retenue
    and total.indicateur = 'fa04_beneficiaires' and total.retenue and total.valeur > 0
