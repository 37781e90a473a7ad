-- Part des hommes et complément de la part des femmes
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que femmes et hommes ne font pas cent pour cent.
select
    annee,
    o.valeur as publie,
    100 - femmes.valeur as recalcule,
    o.unite,
    0.5 as tolerance,
    list_sort(list_distinct([o.ligne_source, femmes.ligne_source])) as lignes
from observations as o
join insertion_publics as femmes using (annee, unite)
where o.indicateur = 'fa04_part_hommes' and o.retenue and femmes.perimetre = 'clauses d’insertion'
    and femmes.dimension = 'sexe' and femmes.modalite = 'Femmes' and femmes.retenue
