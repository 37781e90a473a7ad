-- Heures engagées : liste des marchés et liste des opérations
-- Famille : même fait écrit deux fois
-- Fiche : fa04
-- Lecture : Un écart signale deux jeux de données qui ne portent pas le même engagement.
with operations as (
    select *, regexp_extract(operation, 'T7|habitat') as repere
    from insertion_operations
    where nature = 'engage'
),
nouveaux as (
    select *, regexp_extract(marche, 'T7|habitat') as repere
    from marches
    where nature = 'engage' and clause = 'insertion'
)
select
    annee,
    operations.operation as objet,
    nouveaux.valeur as publie,
    operations.valeur as recalcule,
    nouveaux.unite,
    0 as tolerance,
    list_sort(list_distinct([operations.ligne_source, nouveaux.ligne_source])) as lignes
from nouveaux
left join operations using (annee, repere)
order by annee, objet
