-- Le symbole écrit après un nombre est celui de son unité. Grain : une cellule.
-- Jeux : tous
-- Gravité : avertissement
-- Message : « {valeur} » est écrit avec le symbole d’une autre unité que « {autre} »
-- Remède : corriger le nombre ou son unité
with symboles as (
    select *, case when contains(lue, '%') then '%' when contains(lue, '€') then 'euros'
        when regexp_matches(lue, '(?i)eur(os?)?\s*$') then 'euros' when regexp_matches(lue, '(?i)[0-9\s]h(eures?)?\s*$') then 'heures' end as dite
    from ecrites
    where not (unite = '%' and ends_with(lue, '%') or unite = 'euros' and ends_with(lue, '€'))
)
select ligne, colonne, lue as valeur, unite as autre
from symboles
where not starts_with(unite, dite)
