-- Des parts toutes inférieures à 1 viennent sans doute de cellules au format pourcentage. Grain : une part.
-- Jeux : observations, cibles, insertion_publics
-- Gravité : avertissement
-- Message : « {valeur} » serait une part de moins de 1 %, comme toutes celles du fichier
-- Remède : écrire 75 pour 75 % (une cellule au format pourcentage contient 0,75)
select ligne, 'valeur' as colonne, valeur
from net
where unite = '%' and try_cast(valeur as double) between 0.0000001 and 1
    and (select count(*) > 1 and max(try_cast(valeur as double)) <= 1 from net where unite = '%' and valeur is not null)
