-- Taux d’avance : l’action et la colonne des indicateurs
-- Famille : cibles
-- Fiche : fa01
-- Lecture : Un écart dit que deux taux sont fixés pour la même année.
select
    annee,
    retenue.valeur as publie,
    autre.valeur as recalcule,
    retenue.unite,
    0 as tolerance,
    list_sort(list_distinct([retenue.ligne_source, autre.ligne_source])) as lignes
from cibles as retenue
join cibles as autre using (indicateur, annee, nature)
where indicateur = 'fa01_taux_avance' and nature = 'cible' and retenue.retenue and not autre.retenue
