-- A national file of essential data, tabular form of 58 columns, invented. Grain: a contract, a holder, a state.
-- In ten rows: seven contracts of one row, one of two holders, one modified once (its first state is no longer current).
with rangs as (
    select i, case i % 10 when 8 then i - 1 when 9 then i - 3 else i end as c from range({lignes}) as t(i)
),
tirages as (
    select i, c, (hash(c) % 1000000007)::bigint as h, (hash(i + 7) % 1000000007)::bigint as t, hash(c + 13) % 1000 / 1000.0 as p, hash(c + 29) % 1000 / 1000.0 as q from rangs
)
select
    acheteur || 'F' || c as uid, 'F' || c as id, 'Marché' as nature, acheteur as acheteur_id, 'Acheteur fictif' as acheteur_nom,
    lpad((10000000000000 + t * 7919)::varchar, 14, '1') as titulaire_id, 'SIRET' as "titulaire_typeIdentifiant",
    'Entreprise fictive ' || t % 200000 as titulaire_nom, 'Exemple fictif : achat ' || h % 50000 || ', lot ' || c % 20 as objet,
    round(exp(8 + 7 * p) * if(i % 10 = 9, 1.1, 1), 2) as montant, 'Services' as type,
    ['45233140', '71240000', '90910000', '72000000', '39100000', '33600000'][1 + h % 6] as "codeCPV",
    ['Procédure adaptée', 'Appel d''offres ouvert', 'Procédure avec négociation'][1 + h % 3] as "procedure",
    if(p < 0.4, 'Accord-cadre', 'Sans objet') as techniques, 12 + h % 37 as "dureeMois", 6 as "dureeRestanteMois",
    1 + h % 12 as "offresRecues", (date '2019-01-01' + (h % 2500)::integer)::varchar as "dateNotification",
    (date '2019-02-01' + (h % 2500)::integer)::varchar as "datePublicationDonnees", 'Forfaitaire' as "formePrix",
    'Définitif révisable' as "typesPrix", p < 0.3 as "attributionAvance", if(p < 0.3, 0.2, 0) as "tauxAvance", q < 0.02 as "marcheInnovant",
    'Sans objet' as "modalitesExecution",
    case when q < 0.2 then 'Clause sociale' when q < 0.26 then 'Clause sociale, Critère social' when q < 0.3 then 'Marché réservé'
        when q < 0.9 then 'Sans objet' end as "considerationsSociales",
    case when p < 0.5 then 'Clause environnementale' when p < 0.7 then 'Critère environnemental, Clause environnementale'
        when p < 0.95 then 'Sans objet' end as "considerationsEnvironnementales",
    'Travaux' as ccag, q < 0.1 as "sousTraitanceDeclaree", 'Pas de groupement' as "typeGroupementOperateurs", null as "origineUE",
    null as "origineFrance", '94' as "lieuExecution_code", 'Code département' as "lieuExecution_typeCode", null as "idAccordCadre",
    t % 900 as titulaire_distance, 'Commune' as acheteur_categorie, '94081' as acheteur_commune_code, 'Vitry-sur-Seine' as
    acheteur_commune_nom, '94' as acheteur_departement_code, 'Val-de-Marne' as acheteur_departement_nom, '11' as acheteur_region_code,
    'Île-de-France' as acheteur_region_nom, 48.79 as acheteur_latitude, 2.39 as acheteur_longitude,
    case when t % 100 < 60 then 'PME' when t % 100 < 85 then 'ETI' when t % 100 < 97 then 'GE' end as titulaire_categorie,
    ['94081', '75056', '69123', '91027', '13055'][1 + t % 5] as titulaire_commune_code, 'Commune' as titulaire_commune_nom,
    ['94', '75', '69', '91', '13'][1 + t % 5] as titulaire_departement_code, 'Département' as titulaire_departement_nom,
    '11' as titulaire_region_code, 'Région' as titulaire_region_nom, 48.0 as titulaire_latitude, 2.0 as titulaire_longitude,
    if(i % 10 = 9, 1, 0) as modification_id, i % 10 <> 6 as "donneesActuelles", 'fictif' as "sourceDataset", 'fictif.json' as "sourceFile"
from (select *, case when h % 1000 < 1 then '20005801400016' else lpad((20000000000000 + h % 4000)::varchar, 14, '2') end as acheteur from tirages)
