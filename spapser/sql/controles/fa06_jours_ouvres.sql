-- Événements du secteur adapté et jours ouvrés
-- Famille : listes et nombres
-- Fiche : fa06
-- Lecture : Un écart compte les événements qui tombent un samedi ou un dimanche : leur date est à confirmer.
select
    annee,
    count(*) as publie,
    count(*) filter (where not chome) as recalcule,
    'événements' as unite,
    0 as tolerance,
    lignes(ligne_source) as lignes,
    coalesce(string_agg(titre, ' ; ' order by debut) filter (where chome), '') as objet
from (select *, dayname(debut) in ('Saturday', 'Sunday') as chome from evenements)
where fiche = 'fa06' and precision = 'jour' and genre <> 'jalon'
group by annee
