-- Observations, les nombres au secret remplacés par une note. Grain : une ligne du fichier.
select
    o.* exclude (rang) replace (
        if(s.indicateur is null, o.valeur, null) as valeur,
        if(s.indicateur is null, o.numerateur, null) as numerateur,
        if(s.indicateur is null, o.denominateur, null) as denominateur,
        coalesce(s.note, o.note) as note)
from observations_claires as o
left join resultats_secrets as s using (indicateur, annee, dimension, modalite)
order by o.rang
