-- CAP/BEP ou moins : part publiée et somme des niveaux
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait que la part publiée ne regroupe pas les deux niveaux écrits.
with niveaux as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'niveau d’études' and retenue
        and (modalite = 'Sans diplôme' or modalite like 'CAP/BEP%')
    group by annee
)
select
    annee,
    o.valeur as publie,
    niveaux.valeur as recalcule,
    o.unite,
    0.05 as tolerance,
    list_sort(list_distinct(list_append(niveaux.lignes, o.ligne_source))) as lignes
from observations as o
join niveaux using (annee)
where o.indicateur = 'fa04_part_cap_ou_moins' and o.retenue
