-- Contrats avec leurs considérations : oui, non, ou inconnu si rien n'est dit. Grain : un contrat.
select
    * exclude (clause_insertion),
    true as notifie,
    lire_membres(titulaires, siret_titulaire, titulaire, categorie_titulaire, commune_titulaire,
        departement_titulaire) as membres,
    famille = 'marché' as marche_public,
    case when code_cpv <> '' then starts_with(code_cpv, '45') else ccag = 'Travaux' end as travaux,
    contains(considerations_sociales, 'Clause sociale') as clause_sociale,
    contains(considerations_sociales, 'Critère social') as critere_social,
    case when reservation <> '' then true else contains(considerations_sociales, ' réservé') end as reserve,
    case when reservation <> '' then true
        when considerations_sociales is not null then contains(considerations_sociales, 'Clause sociale')
            or contains(considerations_sociales, 'Critère social') or contains(considerations_sociales, ' réservé')
    end as consideration_sociale,
    case when clause_insertion is not null then clause_insertion
        when not contains(considerations_sociales, 'Clause sociale') then false
    end as clause_insertion,
    contains(considerations_environnementales, 'Clause environnementale') as clause_environnementale,
    contains(considerations_environnementales, 'Critère environnemental') as critere_environnemental,
    case when considerations_environnementales is not null then contains(considerations_environnementales, 'Clause env')
        or contains(considerations_environnementales, 'Critère env') end as consideration_environnementale,
    reserve_a(considerations_sociales, reservation, ['SIAE']) as reserve_siae,
    reserve_a(considerations_sociales, reservation, ['EA', 'ESAT']) as reserve_handicap,
    reserve_a(considerations_sociales, reservation, ['ESS']) as reserve_ess,
    jours_publicite - jours_publicite_minimum as jours_gagnes,
    jours_publicite - jours_publicite_minimum > 5 as publicite_prolongee,
    offres_recues = 1 as offre_unique,
    coalesce(montant_actuel > plafond_montant(), false) as montant_ecarte,
    if(montant_actuel > plafond_montant(), null, montant_actuel) as montant_compte,
    if(montant > plafond_montant(), null, montant) as montant_initial,
    date_notification + to_months(duree_actuelle) as fin
from contrats
