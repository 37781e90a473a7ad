-- Une valeur dit son unité et sa nature. Grain : une valeur et ce qui lui manque.
-- Jeux : cibles, evenements, insertion_operations, insertion_publics, marches, observations, reemploi
-- Gravité : bloquante
-- Message : la valeur « {nombre} » ne dit pas {autre}
-- Remède : remplir la colonne « {colonne} »
select ligne, 'unite' as colonne, valeur, 'son unité' as autre from net where valeur is not null and unite is null
union all
select ligne, 'nature' as colonne, valeur, 'sa nature' as autre from net where valeur is not null and nature is null
