-- Équipements donnés. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from reemploi
where operation = 'don' and unite = 'unités' and nature = 'realise'
group by all
