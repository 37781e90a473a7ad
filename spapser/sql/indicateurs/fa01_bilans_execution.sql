-- Marchés ayant eu leur bilan d’exécution annuel. Grain : une ligne par année.
select
    annee as annee,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where bilan_execution
group by all
