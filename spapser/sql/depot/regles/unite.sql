-- L'unité d'une ligne est celle de son indicateur. Grain : une ligne dont l'unité diffère.
-- Jeux : observations, cibles
-- Gravité : bloquante
-- Message : « {valeur} » n’est pas l’unité de « {objet} »
-- Remède : écrire « {autre} »
select net.ligne, 'unite' as colonne, net.unite as valeur, net.indicateur as objet, i.unite as autre
from net
join indicateurs as i on i.code = net.indicateur
where net.unite <> i.unite
