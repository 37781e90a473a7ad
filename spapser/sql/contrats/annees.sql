-- Années qui ont au moins un contrat notifié, et combien. Grain : une année.
select annee, count(*) as nombre
from comptes
group by annee
order by annee
