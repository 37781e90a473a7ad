-- Cible d’heures et résultat de l’année précédente
-- Famille : comparaisons
-- Fiche : fa04
-- Lecture : Un écart dit que la cible est plus basse que ce qui était déjà réalisé l’année d’avant.
select
    c.annee,
    c.valeur as publie,
    greatest(c.valeur, precedente.valeur) as recalcule,
    c.unite,
    0 as tolerance,
    list_sort(list_distinct([c.ligne_source, precedente.ligne_source])) as lignes
from cibles as c
join observations as precedente on precedente.annee = c.annee - 1 and precedente.indicateur = c.indicateur
where c.indicateur = 'fa04_heures' and c.nature = 'cible' and c.retenue and precedente.retenue
