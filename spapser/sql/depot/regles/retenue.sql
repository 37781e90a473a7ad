-- Une seule lecture d'un fait est retenue. Grain : un fait dont deux lectures le sont.
-- Jeux : observations, cibles
-- Gravité : bloquante
-- Message : deux lectures sont retenues pour {objet} (déjà à la ligne {autre})
-- Remède : garder « oui » pour une seule et écrire « non » pour les autres
with faits as (
    select ligne, concat_ws(', ', indicateur, annee, {categorie}) as objet
    from net
    where retenue = 'oui' and ({tenues})
)
select min(ligne) filter (where ligne > premiere) as ligne, 'retenue' as colonne, 'oui' as valeur, objet, premiere as autre
from (select *, min(ligne) over (partition by objet) as premiere from faits)
group by objet, premiere
having count(*) > 1
