-- Part en quartier prioritaire, sur les habitants du territoire
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dirait que la part publiée ne porte pas sur les habitants du territoire.
select
    annee,
    part.valeur as publie,
    100 * qpv.valeur / territoire.valeur as recalcule,
    part.unite,
    0.05 as tolerance,
    list_sort(list_distinct([part.ligne_source, qpv.ligne_source, territoire.ligne_source])) as lignes
from observations as part
join observations as qpv using (annee)
join observations as territoire using (annee)
where part.indicateur = 'fa04_part_qpv' and part.retenue and qpv.indicateur = 'fa04_qpv' and qpv.retenue
    and territoire.indicateur = 'fa04_beneficiaires_territoire' and territoire.retenue and territoire.valeur > 0
