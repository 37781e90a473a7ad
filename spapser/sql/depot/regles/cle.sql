-- Deux lignes n'ont pas la même clé. Grain : une ligne répétée.
-- Jeux : tous
-- Gravité : bloquante
-- Message : la ligne répète la ligne {autre} ({valeur})
-- Remède : supprimer l’une des deux, ou corriger celle qui se trompe
-- Préalable : select 1 from doubles
with repetees as (
    select ligne, min(ligne) over (partition by cle) as premiere
    from (select ligne, hash({cle}) as cle from codes)
    semi join doubles using (cle)
)
select ligne, '{premiere}' as colonne, concat_ws(', ', {parties}) as valeur, premiere as autre
from repetees
join net using (ligne)
where ligne > premiere
