-- Une part va de 0 à 100. Grain : une part au-dessus de 100.
-- Jeux : tous
-- Gravité : bloquante
-- Message : « {nombre} » est une part au-dessus de 100 %
-- Remède : corriger la valeur, ou son unité si ce n’est pas une part
-- Préalable : select 1 from parts_connues where unite = '%' and try_cast(valeur as double) > 100
select ligne, colonne, valeur from parts where unite = '%' and try_cast(valeur as double) > 100
