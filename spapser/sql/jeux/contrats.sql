-- Contrats notifiés, état initial et état actuel, avec ce que dit le tableur. Grain : un marché, un lot ou une concession, compté une fois.
select
    c.* replace (
        coalesce(c.acheteur, '') as acheteur,
        coalesce(c.code_cpv, '') as code_cpv,
        est_oui(c.innovant) as innovant,
        try_cast(c.offres_recues as integer) as offres_recues,
        est_oui(c.avance_accordee) as avance_accordee,
        try_cast(c.taux_avance as double) as taux_avance,
        est_oui(c.sous_traitance) as sous_traitance,
        try_cast(c.duree_mois as integer) as duree_mois,
        try_cast(coalesce(c.duree_actuelle, c.duree_mois) as integer) as duree_actuelle,
        try_cast(c.date_notification as date) as date_notification,
        try_cast(c.date_publication as date) as date_publication,
        try_cast(c.montant as double) as montant,
        try_cast(coalesce(c.montant_actuel, c.montant) as double) as montant_actuel,
        try_cast(c.sous_traitances as integer) as sous_traitances,
        try_cast(c.annee as integer) as annee,
        coalesce(m.consultation, c.consultation, '') as consultation,
        coalesce(m.clause_insertion, est_oui(c.clause_insertion)) as clause_insertion,
        coalesce(nullif(m.reservation, ''), c.reservation, '') as reservation,
        coalesce(m.clause_egalite, est_oui(c.clause_egalite)) as clause_egalite,
        coalesce(m.cycle_de_vie, est_oui(c.cycle_de_vie)) as cycle_de_vie,
        coalesce(m.reemploi, est_oui(c.reemploi)) as reemploi,
        coalesce(m.ponderation_environnementale, try_cast(c.ponderation_environnementale as double)) as ponderation_environnementale,
        coalesce(m.jours_publicite, try_cast(c.jours_publicite as integer)) as jours_publicite,
        coalesce(m.jours_publicite_minimum, try_cast(c.jours_publicite_minimum as integer)) as jours_publicite_minimum,
        coalesce(m.variante, est_oui(c.variante)) as variante,
        coalesce(m.cahier_fonctionnel, est_oui(c.cahier_fonctionnel)) as cahier_fonctionnel,
        coalesce(m.sourcage, est_oui(c.sourcage)) as sourcage,
        coalesce(m.avance_versee, est_oui(c.avance_versee)) as avance_versee,
        coalesce(nullif(m.categorie_titulaire, ''), c.categorie_titulaire, '') as categorie_titulaire,
        coalesce(m.esus, est_oui(c.esus)) as esus,
        coalesce(m.insertion_handicap, est_oui(c.insertion_handicap)) as insertion_handicap,
        coalesce(nullif(m.commune_titulaire, ''), c.commune_titulaire, '') as commune_titulaire
    ),
    substr(md5(concat_ws('|', c.acheteur, c.identifiant, coalesce(c.code_cpv, ''), c.objet)), 1, 12) as contrat
from brut.contrats as c
left join complements as m on m.acheteur = coalesce(c.acheteur, '') and m.identifiant = c.identifiant and m.annee = try_cast(c.annee as integer)
