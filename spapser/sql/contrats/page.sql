-- Une page de la liste des contrats retenus, dans l'ordre demandé. Grain : un contrat.
-- Elle se choisit sur peu de colonnes ; les autres, les titulaires et le numéro ne sont lus que pour ses contrats.
with tenus as materialized (
    select *, numero_contrat(acheteur, identifiant, code_cpv, objet) as contrat, row_number() over () as rang
    from (
        select annee, acheteur, identifiant, code_cpv, objet
        from ({selection})
        where reponse = $reponse
        order by {ordre}
        limit $taille offset $debut)
)
select
    contrat, annee, identifiant, faits.objet, date_notification, montant_actuel, montant_ecarte, reservation,
    considerations_sociales, considerations_environnementales, membres
from faits
inner join tenus using (annee, identifiant, contrat)
where identifiant in (select identifiant from tenus)  -- seul ce filtre descend jusqu'aux fichiers, avec l'année
    and ($annee = 0 or if($etat = '', annee = $annee, annee <= $annee))
order by rang
