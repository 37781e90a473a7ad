-- Une page de la liste des contrats retenus, dans l'ordre demandé. Grain : un contrat.
select contrat, annee, identifiant, objet, date_notification, montant_actuel, montant_ecarte, membres, reservation,
    considerations_sociales, considerations_environnementales
from ({selection})
where reponse = $reponse
order by {tri}, date_notification desc, contrat
limit $taille offset $debut
