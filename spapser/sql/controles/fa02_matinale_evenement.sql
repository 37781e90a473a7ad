-- Participants à la Matinale : observations et événements
-- Famille : même fait écrit deux fois
-- Fiche : fa02
-- Lecture : Un écart signale deux jeux de données qui ne disent pas la même fréquentation.
select
    annee,
    o.valeur as publie,
    e.valeur as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, e.ligne_source])) as lignes
from observations as o
join evenements as e using (annee)
where o.indicateur = 'fa02_participants_matinale' and o.retenue and e.fiche = 'fa02' and e.titre like 'Matinale%'
