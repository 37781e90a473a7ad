-- Un contrat et tout ce qui en est connu ; la notification la plus récente si deux années le portent. Grain : un contrat.
select *
from faits
where contrat = $contrat
order by annee desc
limit 1
