-- Une ligne est de l'année que l'on dépose. Grain : une ligne d'une autre année.
-- Jeux : tous
-- Gravité : bloquante
-- Message : l’année « {valeur} » n’est pas celle du dépôt ({autre})
-- Remède : retirer la ligne, corriger son année, ou déposer aussi cette année
select ligne, 'annee' as colonne, annee as valeur, (select string_agg(annee, ', ' order by annee) from declarees) as autre
from net
where annee in (select annee from etrangeres)
