-- Cible d’heures d’insertion écrite deux fois pour l’année
-- Famille : cibles
-- Fiche : fa04
-- Lecture : Un écart dit que deux objectifs sont cités pour la même année.
select
    annee,
    retenue.valeur as publie,
    autre.valeur as recalcule,
    retenue.unite,
    0 as tolerance,
    list_sort(list_distinct([retenue.ligne_source, autre.ligne_source])) as lignes
from cibles as retenue
join cibles as autre using (indicateur, annee, nature)
where indicateur = 'fa04_heures' and nature = 'cible' and retenue.retenue and not autre.retenue
