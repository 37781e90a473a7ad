-- Deux lignes n'ont pas la même clé. Grain : une ligne répétée.
-- Jeux : tous
-- Gravité : bloquante
-- Message : la ligne répète la ligne {autre} ({valeur})
-- Remède : supprimer l’une des deux, ou corriger celle qui se trompe
with cles as (
    select ligne, hash({cle}) as cle from codes
),
doubles as (
    select cle, min(ligne) as premiere from cles group by cle having count(*) > 1
)
select c.ligne, '{premiere}' as colonne, concat_ws(', ', {parties}) as valeur, d.premiere as autre
from cles as c
join doubles as d using (cle)
join net using (ligne)
where c.ligne > d.premiere
