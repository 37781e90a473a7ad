-- Tout ce qui est vrai, faux ou inconnu d'un contrat. Grain : un contrat.
select
    *,
    len(membres) as nombre_titulaires,
    un_au_moins(a_pour_taille(membres, ['TPE']), list_transform(membres,
        lambda m: m.categorie in ('TPE', 'ETI', 'GE') or (m.categorie = 'PME' and m.du_tableur))) as titulaire_tpe,
    un_au_moins(a_pour_taille(membres, ['TPE', 'PME']), a_pour_taille(membres, ['TPE', 'PME', 'ETI', 'GE'])) as titulaire_pme,
    un_au_moins(a_pour_taille(membres, ['ESS']), list_transform(membres, lambda m: m.du_tableur)) as titulaire_ess,
    un_au_moins(list_transform(membres, lambda m: est_du_territoire(m)),
        list_transform(membres, lambda m: m.commune <> '' or m.nom_commune <> '')) as titulaire_territoire,
    un_au_moins(list_transform(membres, lambda m: est_du_territoire(m) or m.departement in ('94', '91')),
        list_transform(membres, lambda m: m.departement <> '' or est_du_territoire(m))) as titulaire_departement,
    case when groupement in ('Conjoint', 'Solidaire') or len(membres) > 1 then true
        when groupement = 'Pas de groupement' then false end as groupe,
    avance_accordee as avance,
    modifications is not null as modifie,
    montant_compte < 40000 as moins_40000,
    montant_compte < 80000 as moins_80000,
    montant_initial < seuil_europeen(annee, travaux) as sous_seuil,
    offres_recues is not null as offres_connues,
    jours_gagnes is not null as delai_connu,
    coalesce(avance_accordee and taux_avance > 0, false) as taux_avance_connu,
    ponderation_environnementale is not null as ponderation_connue,
    esus as titulaire_esus,
    case when insertion_handicap is not null then insertion_handicap
        when reservation in ('SIAE', 'EA', 'ESAT') then true end as titulaire_insertion
from qualifies
