-- Tous les contrats retenus, avec tout ce qui en est connu, dans l'ordre demandé. Grain : un contrat.
select *
from ({selection})
where reponse = $reponse
order by {ordre}
