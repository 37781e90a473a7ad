-- Achats repérés pour une réservation par la revue de la fiche 5, rattachés à l’année du bilan. Grain : une ligne par année.
select
    annee - 1 as annee,
    count(distinct achat) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from programmation
where fiche = 'fa05' and reservation = 'à étudier'
group by all
