-- Événements datés au jour près et jours ouvrés
-- Famille : périmètres
-- Fiche : fa06
-- Lecture : Un écart compte les événements qui tombent un samedi ou un dimanche : leur date est à confirmer.
select
    annee,
    count(*) as publie,
    count(*) filter (where dayname(debut) not in ('Saturday', 'Sunday')) as recalcule,
    'événements' as unite,
    0 as tolerance,
    lignes(ligne_source) as lignes,
    coalesce(string_agg(titre, ' ; ') filter (where dayname(debut) in ('Saturday', 'Sunday')), '') as objet
from evenements
where fiche = 'fa06' and precision = 'jour' and genre <> 'jalon'
group by annee
