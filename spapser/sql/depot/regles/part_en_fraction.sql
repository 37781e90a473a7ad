-- Des parts toutes inférieures à 1 viennent sans doute de cellules au format pourcentage. Grain : une part.
-- Jeux : tous
-- Gravité : avertissement
-- Message : « {valeur} » serait une part de moins de 1 %, comme toutes celles de la colonne
-- Remède : écrire 75 pour 75 % (une cellule au format pourcentage contient 0,75)
with fractions as (
    select colonne
    from parts
    where unite = '%' and valeur is not null
    group by colonne
    having count(*) > 1 and max(try_cast(valeur as double)) <= 1
)
select ligne, colonne, valeur
from parts
where colonne in (select colonne from fractions) and unite = '%' and try_cast(valeur as double) between 0.0000001 and 1
