-- Webinaires et formations pour les petites structures. Grain : une ligne par année.
select
    annee as annee,
    count(*) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from evenements
where fiche = 'fa01' and genre <> 'jalon' and etat = 'realise'
group by all
