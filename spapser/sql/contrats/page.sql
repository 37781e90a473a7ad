-- Une page de la liste des contrats retenus, dans l'ordre demandé. Les membres ne sont lus que pour elle. Grain : un contrat.
select
    contrat, annee, identifiant, objet, date_notification, montant_actuel, montant_ecarte, reservation,
    considerations_sociales, considerations_environnementales,
    lire_membres(titulaires, siret_titulaire, titulaire, categorie_titulaire, commune_titulaire, departement_titulaire) as membres
from (
    select * from ({selection})
    where reponse = $reponse
    order by {tri}, date_notification desc, contrat
    limit $taille offset $debut)
