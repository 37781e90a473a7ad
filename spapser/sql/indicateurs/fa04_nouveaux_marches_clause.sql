-- Marchés nommés intégrant pour la première fois une clause d’insertion. Grain : une ligne par année.
select
    annee as annee,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where clause = 'insertion' and nouveau
group by all
