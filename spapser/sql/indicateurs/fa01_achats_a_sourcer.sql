-- Achats désignés pour un sourçage, rattachés à l’année du bilan qui les annonce. Grain : une ligne par année.
select
    annee - 1 as annee,
    count(distinct achat) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from programmation
where fiche = 'fa01' and sourcage = 'à sourcer'
group by all
