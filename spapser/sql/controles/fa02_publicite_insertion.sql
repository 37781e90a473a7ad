-- Délai prolongé : part sur les marchés de FA2 ou de FA4
-- Famille : parts et effectifs
-- Fiche : fa02
-- Lecture : Un écart dit que la part change selon le nombre de marchés à clause retenu.
select
    annee,
    p.valeur as publie,
    100 * p.numerateur / nouveaux.valeur as recalcule,
    p.unite,
    0.05 as tolerance,
    list_sort(list_distinct([p.ligne_source, nouveaux.ligne_source])) as lignes
from observations as p
join observations as nouveaux using (annee)
where p.indicateur = 'fa02_part_publicite_prolongee_insertion' and p.retenue
    and nouveaux.indicateur = 'fa04_nouveaux_marches_clause' and nouveaux.retenue
