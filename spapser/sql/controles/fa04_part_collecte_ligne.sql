-- Part et heures de la collecte écrites à la même ligne
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dit que la ligne se contredit : ses heures ne font pas sa part du total.
select
    annee,
    'ligne ' || part.ligne_source as objet,
    part.valeur as publie,
    100 * heures.valeur / total.valeur as recalcule,
    part.unite,
    if(part.valeur = round(part.valeur), 0.5, 0.05) as tolerance,
    list_sort(list_distinct([part.ligne_source, heures.ligne_source, total.ligne_source])) as lignes
from observations as part
join observations as heures using (annee, ligne_source)
join observations as total using (annee)
where part.indicateur = 'fa04_part_collecte' and heures.indicateur = 'fa04_heures_collecte'
    and total.indicateur = 'fa04_heures' and total.retenue and total.valeur > 0
order by annee, part.ligne_source
