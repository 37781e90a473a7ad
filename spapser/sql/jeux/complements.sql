-- Compléments aux contrats. Grain : un contrat, retrouvé par son acheteur, son identifiant et son année de notification.
select
    identifiant,
    coalesce(acheteur, '') as acheteur,
    try_cast(annee as integer) as annee,
    coalesce(consultation, '') as consultation,
    est_oui(clause_insertion) as clause_insertion,
    coalesce(reservation, '') as reservation,
    est_oui(clause_egalite) as clause_egalite,
    est_oui(cycle_de_vie) as cycle_de_vie,
    est_oui(reemploi) as reemploi,
    try_cast(ponderation_environnementale as double) as ponderation_environnementale,
    try_cast(jours_publicite as integer) as jours_publicite,
    try_cast(jours_publicite_minimum as integer) as jours_publicite_minimum,
    est_oui(variante) as variante,
    est_oui(cahier_fonctionnel) as cahier_fonctionnel,
    est_oui(sourcage) as sourcage,
    est_oui(avance_versee) as avance_versee,
    coalesce(categorie_titulaire, '') as categorie_titulaire,
    est_oui(esus) as esus,
    est_oui(insertion_handicap) as insertion_handicap,
    coalesce(departement_titulaire, '') as departement_titulaire,
    coalesce(commune_titulaire, '') as commune_titulaire
from brut.complements
