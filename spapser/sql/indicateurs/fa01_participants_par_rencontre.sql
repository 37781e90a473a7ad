-- Présences à chaque rencontre. Grain : une ligne par année et rencontre.
select
    annee as annee,
    '' as dimension,
    titre as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from evenements
where fiche = 'fa01' and genre <> 'jalon' and etat = 'realise'
group by all
