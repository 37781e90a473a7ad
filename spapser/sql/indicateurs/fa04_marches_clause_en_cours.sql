-- Marchés et lots en cours au 31 décembre avec une clause d'insertion, durée modifiée comprise. Grain : une ligne par année et par décompte.
select
    a.annee,
    unnest(taire_partiel(nombre(if(f.fin is null and f.clause_insertion, null, f.clause_insertion)),
        if(f.fin is null and f.clause_insertion, null, f.clause_insertion)), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from (select distinct annee from comptes) as a
inner join comptes as f on f.annee <= a.annee and coalesce(f.fin > make_date(a.annee, 12, 31), true)
where f.marche_public
group by a.annee
