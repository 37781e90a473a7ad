"""The contracts behind the figures: what a demand keeps, in which order, and that it agrees with what indicators count."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base, read_sql
from spapser.suivi import load_suivi
from spapser.suivi.contrats import TAILLE, count_annees, count_contrats, count_derriere, find_contrat, list_contrats, list_tous
from spapser.suivi.filtres import EN_COURS, Demande, Filtres, find_categorie, list_choix, read_demande
from spapser.suivi.phrase_contrats import describe_compte
from spapser.suivi.portrait import read_liste
from tests.indicateurs.lecture import list_cas, write_edition
from tests.pages.contrats_pieges import ABSURDE, ANNEE, CONTRATS, TOUS, VOIRIE

CATALOGUE = load_catalogue()
DERRIERE = [indicateur for indicateur in CATALOGUE.indicateurs if indicateur.fait]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    ouverte = Base(write_edition(tmp_path_factory.mktemp("contrats"), CATALOGUE, {"contrats": TOUS}))
    yield ouverte
    ouverte.close()


def read(**parametres: str) -> Demande:
    return read_demande(parametres, ANNEE, CATALOGUE)


def names(base: Base, **parametres: str) -> list[str]:
    return [ligne["identifiant"] for ligne in list_contrats(base, CATALOGUE, read(**parametres))]


def test_a_year_counts_each_contract_once_and_sets_absurd_amounts_apart(base):
    compte = count_contrats(base, CATALOGUE, Filtres(ANNEE))
    assert compte.nombre == len(CONTRATS)
    assert (compte.ecartes, compte.sans_montant) == (1, 1)
    assert compte.montant == 512000.5 + 39000 + 75000 + 10000 * sum(range(1, 29))
    assert describe_compte(compte, ANNEE) == (
        "33\u00a0contrats notifiés en 2025, 4,7\u00a0M€\u00a0HT\u00a0; 1\u00a0montant écarté, 1\u00a0montant non renseigné.")


def test_every_year_counts_what_each_year_counts(base):
    assert count_annees(base) == {2024: 1, ANNEE: len(CONTRATS)}
    assert count_contrats(base, CATALOGUE, read(periode="toutes").filtres).nombre == len(TOUS)


@pytest.mark.parametrize("fait", CATALOGUE.faits, ids=lambda fait: fait.code)
def test_the_three_answers_to_a_fact_share_the_year(base, fait):
    lus = [ligne[fait.code] for ligne in base.query(f"select {fait.code} from faits where annee = ?", [ANNEE])]
    for reponse, attendue in (("oui", True), ("non", False), ("inconnu", None)):
        filtres = Filtres(ANNEE, fait=fait.code, reponse=reponse)
        compte = count_contrats(base, CATALOGUE, filtres)
        assert compte.nombre == sum(lu is attendue for lu in lus) == getattr(compte, reponse)
        lues = list_tous(base, CATALOGUE, Demande(filtres))
        assert len(lues) == compte.nombre
        assert all(ligne[fait.code] is attendue for ligne in lues)
    assert compte.oui + compte.non + compte.inconnu == len(CONTRATS)


@pytest.mark.parametrize("indicateur", DERRIERE, ids=lambda indicateur: indicateur.code)
def test_the_contracts_behind_a_figure_are_as_many_as_it_says(base, indicateur):
    valeurs = load_suivi(base, CATALOGUE).valeurs
    lectures = {annee: lues for (code, annee, _, modalite), lues in valeurs.items() if code == indicateur.code and not modalite}
    assert ANNEE in lectures
    for annee, (lecture,) in lectures.items():
        compte = count_contrats(base, CATALOGUE, Filtres(annee, EN_COURS if indicateur.en_cours else "",
                                                          fait=indicateur.fait, parmi=indicateur.parmi))
        nombre = count_derriere(indicateur, lecture) if lecture.valeur is not None else None
        assert nombre in (None, compte.nombre)
        if lecture.numerateur is not None and nombre is None:
            assert compte.montant == lecture.numerateur


def test_most_figures_say_how_many_contracts_are_behind(base):
    suivi = load_suivi(base, CATALOGUE)
    mesures = [suivi.mesure(indicateur.code, ANNEE) for indicateur in DERRIERE]
    dits = [mesure for mesure in mesures if mesure.valeur is not None and count_derriere(mesure.indicateur, mesure.tenue)]
    assert len(dits) > len(DERRIERE) / 3


@pytest.mark.parametrize(("parametres", "attendus"), [
    ({"texte": "VOIRIE vitry"}, ["2025000000101"]),
    ({"texte": "oeuvre etude"}, ["2025000000301"]),
    ({"texte": "2025000000201"}, ["2025000000201"]),
    ({"texte": "%"}, []),
    ({"titulaire": "enrobés"}, ["2025000000101"]),
    ({"titulaire": "412 356 789 00027"}, ["2025000000101"]),
    ({"titulaire": "Fournisseur 28"}, ["2025000001028"]),
    ({"type": "travaux"}, ["2025000000101"]),
    ({"type": "inconnu"}, ["2025000000301"]),
    ({"type": "services"}, ["2025000000201"]),
    ({"division": "48"}, ["2025000000401"]),
    ({"division": "inconnue"}, ["2025000000301"]),
    ({"procedure": "Appel d'offres ouvert"}, ["2025000000101"]),
    ({"clause": "insertion"}, ["2025000000101"]),
    ({"clause": "reservation"}, ["2025000000201"]),
    ({"clause": "sociale-inconnue"}, ["2025000000501", "2025000000301"]),
    ({"clause": "environnementale-aucune"}, ["2025000000201"]),
    ({"montant_min": "500 000"}, ["2025000000401", "2025000000101"]),
    ({"montant_max": "10000,5"}, ["2025000001001"]),
    ({"fait": "offre_unique"}, ["2025000000201"]),
    ({"fait": "titulaire_territoire", "parmi": "travaux"}, ["2025000000101"]),
    ({"fait": "groupe", "reponse": "inconnu", "clause": "reservation"}, ["2025000000201"]),
])
def test_each_filter_keeps_what_it_says(base, parametres, attendus):
    assert names(base, **parametres) == attendus


def test_values_of_the_address_are_bound_never_run(base):
    for texte in ("'; drop view faits; --", "{selection}", "$annee", "' or 1=1"):
        assert names(base, texte=texte, titulaire=texte) == []
    assert count_contrats(base, CATALOGUE, Filtres(ANNEE)).nombre == len(CONTRATS)


@pytest.mark.parametrize("sens", ["croissant", "decroissant"])
@pytest.mark.parametrize("tri", list_choix(CATALOGUE)["tri"])
def test_each_order_goes_through_every_contract_once(base, tri, sens):
    vus = names(base, tri=tri, sens=sens) + names(base, tri=tri, sens=sens, page="2")
    assert sorted(vus) == sorted(contrat["identifiant"] for contrat in CONTRATS)
    assert len(names(base, tri=tri, sens=sens)) == TAILLE


def test_amounts_are_sorted_and_those_set_apart_come_last(base):
    montants = [float(n) for n in range(280000, 0, -10000)]
    lus = [ligne for page in (1, 2) for ligne in list_contrats(base, CATALOGUE, replace(read(tri="montant"), page=page))]
    assert [x["montant_actuel"] for x in lus if x["identifiant"].startswith("20250000010")] == montants
    assert {x["identifiant"] for x in lus[-2:]} == {ABSURDE["identifiant"], "2025000000301"}


def test_one_contract_is_found_by_its_number_and_no_other(base):
    (voirie,) = base.query("select contrat from contrats where identifiant = ?", [VOIRIE["identifiant"]])
    assert find_contrat(base, voirie["contrat"])["objet"] == VOIRIE["objet"]
    assert find_contrat(base, "0" * 12) is None


def test_every_query_says_what_it_gives():
    for nom in ("selection", "compte", "page", "emporter", "contrat", "annees"):
        assert read_sql(f"contrats/{nom}").splitlines()[0].endswith(".")
        assert "Grain : " in read_sql(f"contrats/{nom}").splitlines()[0]


def test_contracts_in_force_are_those_of_all_years_that_last(base):
    en_cours = count_contrats(base, CATALOGUE, read(etat=EN_COURS).filtres)
    lus = base.query("select count(*) as nombre from faits where annee <= ? and fin > make_date(?, 12, 31)", [ANNEE, ANNEE])
    assert en_cours.nombre == lus[0]["nombre"] > 0
    assert "en cours au 31\u00a0décembre 2025" in describe_compte(en_cours, ANNEE, EN_COURS)


@pytest.mark.parametrize("indicateur", [i for i in CATALOGUE.indicateurs if i.filtre], ids=lambda i: i.code)
def test_each_category_of_a_breakdown_leads_to_its_contracts(base, indicateur):
    mesures = load_suivi(base, CATALOGUE).repartition(indicateur.code, ANNEE)
    assert mesures
    for mesure in mesures:
        choix = find_categorie(CATALOGUE, indicateur.filtre, mesure.modalite)
        assert choix
        assert count_contrats(base, CATALOGUE, Filtres(ANNEE, **choix)).nombre == mesure.valeur


@pytest.mark.parametrize("indicateur", [i for i in CATALOGUE.indicateurs if i.entreprises], ids=lambda i: i.code)
def test_a_count_of_companies_leads_to_their_contracts(tmp_path, indicateur):
    (cas,) = [cas for cas in list_cas() if cas.nom == indicateur.code]
    ouverte = Base(write_edition(tmp_path, CATALOGUE, cas.donnees))
    annee = cas.attendu[0]["annee"]
    lignes = list_tous(ouverte, CATALOGUE, Demande(Filtres(annee, entreprises=indicateur.entreprises)))
    titulaires = {ligne["membres"][0]["id"][:9] for ligne in lignes}
    assert all(len(ligne["membres"]) == 1 for ligne in lignes)
    assert len(titulaires) == load_suivi(ouverte, CATALOGUE).mesure(indicateur.code, annee).valeur > 0


def test_modifications_are_rows_of_their_contract(base):
    lignes = base.query("select m.*, c.identifiant from modifications as m join contrats as c using (contrat, annee)")
    voirie = [ligne for ligne in lignes if ligne["identifiant"] == VOIRIE["identifiant"]]
    assert [(ligne["id"], ligne["montant"], ligne["duree"]) for ligne in voirie] == [("1", "512000.5", "15")]
    lues = find_contrat(base, voirie[0]["contrat"])["modifications"]
    assert [modification["date"] for modification in lues] == [f"{ANNEE}-09-01"]
    assert len(lignes) == sum(len(json.loads(contrat.get("modifications", "[]"))) for contrat in TOUS)


@pytest.mark.parametrize("titulaires", ["5", '"x"', "null", "[1]", "{}"])
def test_holders_of_a_modification_that_are_no_list_are_none(titulaires):
    assert read_liste(titulaires) == []
