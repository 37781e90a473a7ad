-- Marchés réservés en cours, par type de structures. Grain : une ligne par année et réservation.
select
    annee as annee,
    '' as dimension,
    case reservation when 'SIAE' then 'Insertion (SIAE)' when 'EA' then 'Entreprises adaptées (EA)' else 'ESAT' end as modalite,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where reservation <> '' and situation in ('en cours d’exécution', 'conclu dans l’année')
group by all
