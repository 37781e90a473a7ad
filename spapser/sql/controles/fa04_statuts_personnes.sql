-- Statut des bénéficiaires : parts ramenées à des personnes entières
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dit qu’aucun nombre entier de bénéficiaires ne donne exactement cette part.
select
    annee,
    part.modalite as objet,
    part.valeur as publie,
    100 * round(part.valeur * total.valeur / 100) / total.valeur as recalcule,
    part.unite,
    if(part.valeur = round(part.valeur), 0.5, 0.05) as tolerance,
    list_sort(list_distinct([part.ligne_source, total.ligne_source])) as lignes
from insertion_publics as part
join observations as total using (annee)
where part.perimetre = 'clauses d’insertion' and part.dimension = 'statut'
    and part.unite = '%' and part.retenue
    and total.indicateur = 'fa04_beneficiaires' and total.retenue and total.valeur > 0
order by annee, objet
