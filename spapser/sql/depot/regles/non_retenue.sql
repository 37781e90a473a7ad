-- Une lecture de chaque fait est retenue. Grain : un fait dont aucune ne l'est.
-- Jeux : observations, cibles
-- Gravité : bloquante
-- Message : aucune lecture n’est retenue pour {objet}
-- Remède : écrire « oui » pour celle qui fait foi
select min(ligne) as ligne, 'retenue' as colonne, 'non' as valeur, concat_ws(', ', indicateur, annee, {categorie}) as objet
from net
where {tenues}
group by objet
having count_if(retenue = 'oui') = 0
