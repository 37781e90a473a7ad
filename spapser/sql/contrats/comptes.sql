-- Ce qui se compte des contrats, retenu une fois pour tous les indicateurs. Grain : un contrat.
select
    contrat, annee, date_notification, fin, code_cpv, ccag, reservation, montant_compte, jours_gagnes, offres_recues,
    taux_avance, ponderation_environnementale, notifie, marche_public, travaux,
    consideration_sociale, clause_sociale, critere_social, clause_insertion, clause_egalite,
    reserve, reserve_siae, reserve_handicap, reserve_ess,
    consideration_environnementale, clause_environnementale, critere_environnemental, cycle_de_vie, reemploi,
    titulaire_tpe, titulaire_pme, titulaire_ess, titulaire_esus, titulaire_insertion, titulaire_territoire,
    titulaire_departement, moins_40000, moins_80000, sous_seuil, publicite_prolongee, avance, avance_versee, groupe,
    offre_unique, innovant, sous_traitance, variante, cahier_fonctionnel, sourcage
from faits
