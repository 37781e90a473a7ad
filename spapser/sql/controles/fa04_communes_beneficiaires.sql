-- Communes des bénéficiaires parmi les communes du territoire
-- Famille : périmètres
-- Fiche : fa04
-- Lecture : Un écart dirait que des communes hors de l’EPT sont comptées.
select
    o.annee,
    o.valeur as publie,
    least(o.valeur, territoire.nombre) as recalcule,
    o.unite,
    0 as tolerance,
    list_distinct([o.ligne_source]) as lignes
from observations as o
cross join (select count(distinct nom) as nombre from communes) as territoire
where o.indicateur = 'fa04_communes' and o.retenue
