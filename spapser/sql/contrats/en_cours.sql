-- Marchés et lots en cours au 31 décembre de chaque année, durée modifiée comprise ; sans durée, on ne le sait pas. Grain : un contrat, une année.
select
    a.annee,
    f.* exclude (annee)
from (select distinct annee from comptes) as a
inner join comptes as f on f.annee <= a.annee and coalesce(f.fin > make_date(a.annee, 12, 31), true)
where f.marche_public
