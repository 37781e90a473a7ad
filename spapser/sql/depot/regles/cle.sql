-- Deux lignes n'ont pas la même clé. Grain : une ligne répétée.
-- Jeux : tous
-- Gravité : bloquante
-- Message : la ligne répète la ligne {autre} ({valeur})
-- Remède : supprimer l’une des deux, ou corriger celle qui se trompe
-- Préalable : select 1 from doubles
select c.ligne, '{premiere}' as colonne, concat_ws(', ', {parties}) as valeur, d.premiere as autre
from (select ligne, hash({cle}) as cle from codes) as c
join doubles as d using (cle)
join net using (ligne)
where c.ligne > d.premiere
