-- Bénéficiaires : personnes en parcours et personnes sorties
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que des bénéficiaires ne sont ni en parcours ni sortis.
select
    annee,
    total.valeur as publie,
    parcours.valeur + sortis.valeur as recalcule,
    total.unite,
    0 as tolerance,
    list_sort(list_distinct([total.ligne_source, parcours.ligne_source, sortis.ligne_source])) as lignes
from observations as total
join observations as parcours using (annee)
join observations as sortis using (annee)
where total.indicateur = 'fa04_beneficiaires' and total.retenue
    and parcours.indicateur = 'fa04_en_parcours' and parcours.retenue
    and sortis.indicateur = 'fa04_sortis' and sortis.retenue
