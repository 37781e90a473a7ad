-- Ce qui a changé dans un contrat, du plus ancien au plus récent. Grain : une modification.
select id, date, montant, duree, titulaires::varchar as titulaires
from modifications
where contrat = $contrat and annee = $annee
order by date nulls last, id
