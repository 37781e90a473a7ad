-- Niveau d’études : sans diplôme et complément à cent
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que les niveaux ne font pas cent pour cent.
with autres as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'niveau d’études' and retenue
        and modalite <> 'Sans diplôme'
    group by annee
)
select
    annee,
    p.valeur as publie,
    100 - autres.valeur as recalcule,
    p.unite,
    0.5 as tolerance,
    list_sort(list_distinct(list_append(autres.lignes, p.ligne_source))) as lignes
from insertion_publics as p
join autres using (annee)
where p.perimetre = 'clauses d’insertion' and p.dimension = 'niveau d’études' and p.retenue
    and p.modalite = 'Sans diplôme'
