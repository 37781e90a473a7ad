-- Achats à sourcer auprès du secteur adapté, rattachés à l’année du bilan. Grain : une ligne par année.
select
    annee - 1 as annee,
    count(distinct achat) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from programmation
where fiche = 'fa06' and sourcage = 'à sourcer'
group by all
