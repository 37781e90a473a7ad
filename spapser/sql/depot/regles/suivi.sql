-- Chaque objectif a sa ligne pour chaque année. Grain : un objectif absent.
-- Jeux : suivi_actions
-- Gravité : bloquante
-- Message : l’objectif « {valeur} » n’a pas de ligne pour l’année « {autre} »
-- Remède : ajouter cette ligne, quitte à y laisser le statut vide
select (select max(ligne) + 1 from net) as ligne, 'objectif' as colonne, o.code as valeur, a.annee as autre
from (select distinct annee from net where annee is not null) as a
cross join objectifs as o
where not exists (select 1 from net where net.objectif = o.code and net.annee = a.annee)
order by a.annee, o.code
