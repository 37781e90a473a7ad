-- Personnes en CDI : situation et somme des employeurs
-- Famille : totaux et détails
-- Fiche : fa04
-- Lecture : Un écart dirait qu’un employeur manque dans la liste.
with employeurs as (
    select annee, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'CDI par employeur' and retenue
    group by annee
)
select
    annee,
    p.valeur as publie,
    employeurs.valeur as recalcule,
    p.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(employeurs.lignes, p.ligne_source))) as lignes
from insertion_publics as p
join employeurs using (annee)
where p.perimetre = 'clauses d’insertion' and p.dimension = 'situation au 31 décembre' and p.retenue
    and p.groupe = 'En parcours' and p.modalite = 'CDI'
