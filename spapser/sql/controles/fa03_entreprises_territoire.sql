-- Entreprises du territoire parmi les titulaires de plus d’un million
-- Famille : périmètres
-- Fiche : fa03
-- Lecture : Un écart dirait que la partie dépasse le tout.
select
    annee,
    territoire.valeur as publie,
    least(territoire.valeur, ensemble.valeur) as recalcule,
    territoire.unite,
    0 as tolerance,
    list_sort(list_distinct([territoire.ligne_source, ensemble.ligne_source])) as lignes
from observations as territoire
join observations as ensemble using (annee)
where territoire.indicateur = 'fa03_entreprises_1m_territoire' and territoire.retenue
    and ensemble.indicateur = 'fa03_entreprises_1m' and ensemble.retenue
