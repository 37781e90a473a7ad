-- Les lignes du fichier que quelque chose empêche de publier. Grain : un nombre.
select count(*)
from lu
where ligne in (select ligne from anomalies where bloquante)
