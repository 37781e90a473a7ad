-- Heures engagées et heures réalisées, par opération
-- Famille : comparaisons
-- Fiche : fa04
-- Lecture : Un écart compare l’engagement de tout le marché aux heures de l’année ; ce n’est pas une erreur.
select
    annee,
    operation as objet,
    engage.valeur as publie,
    realise.valeur as recalcule,
    engage.unite,
    0.5 as tolerance,
    list_sort(list_distinct([engage.ligne_source, realise.ligne_source])) as lignes
from insertion_operations as engage
join insertion_operations as realise using (annee, operation)
where engage.nature = 'engage' and realise.nature = 'realise'
order by annee, objet
