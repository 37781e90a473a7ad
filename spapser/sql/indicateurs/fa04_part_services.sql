-- Part des services dans les heures réalisées. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where type_operation = 'Services') / sum(valeur) as valeur,
    sum(valeur) filter (where type_operation = 'Services') as numerateur,
    sum(valeur) as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_operations
where nature = 'realise'
group by annee
having sum(valeur) > 0
