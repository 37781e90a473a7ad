-- Une part de 1 % au plus vient sans doute d'une cellule au format pourcentage, qui contient 0,75 et montre « 75 % ». Grain : une part.
-- Dans un classeur, chacune est dite ; ailleurs, seulement si toutes celles de la colonne le sont. « 0,5 % » écrit ainsi est sûr.
-- Jeux : tous
-- Gravité : avertissement
-- Message : « {nombre} » serait une part de 1 % au plus
-- Remède : écrire 75 pour 75 % (une cellule au format pourcentage contient 0,75) ; rien à faire si la part est bien celle-là
-- Préalable : select 1 from parts_connues where unite = '%' group by colonne having max(try_cast(valeur as double)) <= 1 or exists (select 1 from classeur)
with fractions as (
    select colonne
    from parts
    where unite = '%' and valeur is not null
    group by colonne
    having count(*) > 1 and max(try_cast(valeur as double)) <= 1
),
suspectes as (
    select ligne, colonne, valeur
    from parts
    where (colonne in (select colonne from fractions) or exists (select 1 from classeur)) and unite = '%'
        and try_cast(valeur as double) between 0.0000001 and 1
),
sures as (
    select ligne, colonne from ecrites where contains(lue, '%') and ligne in (select ligne from suspectes)
)
select *
from suspectes
where (ligne, colonne) not in (select (ligne, colonne) from sures)
