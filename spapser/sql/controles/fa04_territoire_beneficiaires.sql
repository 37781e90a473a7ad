-- Habitants du territoire parmi les bénéficiaires
-- Famille : périmètres
-- Fiche : fa04
-- Lecture : Un écart dirait que la partie dépasse le tout.
select
    annee,
    territoire.valeur as publie,
    least(territoire.valeur, total.valeur) as recalcule,
    territoire.unite,
    0 as tolerance,
    list_sort(list_distinct([territoire.ligne_source, total.ligne_source])) as lignes
from observations as territoire
join observations as total using (annee)
where territoire.indicateur = 'fa04_beneficiaires_territoire' and territoire.retenue
    and total.indicateur = 'fa04_beneficiaires' and total.retenue
