"""A file of contracts: what breaks a rule is said, then published empty or set aside; nothing is mended in silence."""

from collections.abc import Iterator

import pytest

from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, Examen, examine
from spapser.store import Base, load_edition

ENTETE = "Identifiant du contrat;Objet;Code CPV;Date de notification;Date de publication;Montant initial (€ HT);Offres reçues;" \
    "Considérations sociales;Considérations environnementales;Durée initiale (mois);Procédure"
BON = "2025A1;Nettoyage;90910000;15/03/2025;01/04/2025;143 050,00 €;4;Clause sociale;" \
    "Critère environnemental, clause environnementale;48;Procédure adaptée"


@pytest.fixture(scope="module")
def courante() -> Base:
    return Base(load_edition(0))


@pytest.fixture
def deposit(courante: Base) -> Iterator:
    ouverts: list[Examen] = []

    def run(*lignes: str, annees: tuple[int, ...] = ()) -> Examen:
        contenu = "\n".join((ENTETE, *lignes)).encode()
        ouverts.append(examine(Demande("contrats", "contrats.csv", contenu, annees), courante))
        return ouverts[-1]

    yield run
    for examen in ouverts:
        examen.close()


def publish_rows(examen: Examen) -> list[dict]:
    return examen.table.atelier.rows("select * from net order by ligne")


def name_causes(examen: Examen) -> set[tuple[str, str, int]]:
    assert examen.rapport.accepte
    return {(cause.regle, cause.colonne, cause.nombre) for cause in examen.rapport.avertissements}


def test_a_sound_contract_is_put_in_the_words_of_the_catalogue(deposit) -> None:
    examen = deposit(BON)
    (ligne,) = publish_rows(examen)
    assert name_causes(examen) == set()
    assert (ligne["annee"], ligne["montant"], ligne["famille"]) == ("2025", "143050", "marché")
    assert ligne["considerations_environnementales"] == "Clause environnementale, Critère environnemental"
    assert ligne["acheteur"] == "20005801400016"


@pytest.mark.parametrize(("abimee", "colonne", "regle"), [
    (BON.replace(";4;", ";NaN quatre;"), "offres_recues", "type"),
    (BON.replace(";4;", ";-1;"), "offres_recues", "minimum"),
    (BON.replace(";48;", ";9999;"), "duree_mois", "maximum"),
    (BON.replace("Clause sociale", "Clause inconnue"), "considerations_sociales", "enumeration"),
    (BON.replace("Procédure adaptée", "Gré à gré"), "procedure", "enumeration"),
    (BON.replace("90910000", "9091"), "code_cpv", "forme"),
    (BON.replace("143 050,00 €", "environ 100"), "montant", "type"),
])
def test_a_cell_that_breaks_a_rule_is_said_and_published_empty(deposit, abimee: str, colonne: str, regle: str) -> None:
    examen = deposit(BON.replace("2025A1", "2025A0"), abimee)
    assert name_causes(examen) == {(regle, colonne, 1)}
    assert "inconnue" in examen.rapport.avertissements[0].remede
    intacte, videe = publish_rows(examen)
    assert videe[colonne] is None
    assert intacte[colonne] is not None


@pytest.mark.parametrize("jour", ["", "31/02/2025", "bientôt"])
def test_a_contract_without_a_day_of_notification_is_said_and_set_aside(deposit, jour: str) -> None:
    examen = deposit(BON, BON.replace("15/03/2025", jour).replace("2025A1", "2025A2"))
    causes = name_causes(examen)
    assert ("date_notification", 1) in {(colonne, nombre) for _, colonne, nombre in causes}
    assert [ligne["identifiant"] for ligne in publish_rows(examen)] == ["2025A1"]


def test_of_a_contract_published_twice_the_last_publication_is_kept(deposit) -> None:
    examen = deposit(BON, BON.replace("01/04/2025", "01/06/2025").replace("143 050", "150 000"), BON)
    assert ("cle", "identifiant", 2) in {(r, "identifiant" if r == "cle" else c, n) for r, c, n in name_causes(examen)}
    assert [ligne["montant"] for ligne in publish_rows(examen)] == ["150000"]


def test_two_lots_under_one_number_stay_two_contracts(deposit) -> None:
    examen = deposit(BON, BON.replace("Nettoyage", "Nettoyage des vitres"))
    assert name_causes(examen) == set()
    assert len(publish_rows(examen)) == 2


def test_contracts_of_several_years_each_go_to_their_own(deposit) -> None:
    examen = deposit(BON, BON.replace("15/03/2025", "15/03/2024").replace("2025A1", "B"))
    assert examen.rapport.annees == (2024, 2025)
    assert {regle for regle, _, _ in name_causes(examen)} == {"plusieurs_annees"}


def test_contracts_of_other_years_than_the_chosen_one_are_set_aside(deposit) -> None:
    examen = deposit(BON, BON.replace("15/03/2025", "15/03/2024").replace("2025A1", "B"), annees=(2025,))
    assert ("annee", "annee", 1) in name_causes(examen)
    assert [ligne["identifiant"] for ligne in publish_rows(examen)] == ["2025A1"]


def test_considerations_that_contradict_each_other_are_said_and_unknown(deposit) -> None:
    examen = deposit(BON.replace("Clause sociale", "Clause sociale, Pas de considération sociale"))
    assert name_causes(examen) == {("considerations_contraires", "considerations_sociales", 1)}
    assert publish_rows(examen)[0]["considerations_sociales"] is None


def test_a_contract_notified_in_the_future_opens_no_year(deposit) -> None:
    examen = deposit(BON, BON.replace("15/03/2025", "31/01/2052").replace("01/04/2025", "01/02/2052").replace("2025A1", "B"))
    assert ("notification_a_venir", "date_notification", 1) in name_causes(examen)
    assert examen.rapport.annees == (2025,)
    assert [ligne["identifiant"] for ligne in publish_rows(examen)] == ["2025A1"]


@pytest.mark.parametrize("ecrit", ["Dupont SA", "{}", "[", '"x"', "[1, 2", "null"])
def test_holders_written_otherwise_than_as_a_list_break_no_page(courante: Base, ecrit: str) -> None:
    cellule = '"' + ecrit.replace('"', '""') + '"'
    contenu = f"Identifiant;Date de notification;Titulaires actuels;Modifications\nA;2025-03-01;{cellule};{cellule}\n".encode()
    examen = examine(Demande("contrats", "contrats.csv", contenu), courante)
    assert {cause.colonne for cause in examen.rapport.avertissements if cause.regle == "liste_json"} == {
        "titulaires", "modifications"}
    assert [(ligne["titulaires"], ligne["modifications"]) for ligne in publish_rows(examen)] == [(None, None)]
    assert any(effet.code == "fa01_contrats" for effet in preview(examen, courante).effets)
    examen.close()


@pytest.mark.parametrize("ecrit", ["[]", '["Dupont SA"]', '[{"nom": "Dupont SA"}]', '[{"id": 5, "autre": [1]}]', "[null]"])
def test_any_list_of_holders_can_be_counted(courante: Base, ecrit: str) -> None:
    cellule = '"' + ecrit.replace('"', '""') + '"'
    contenu = f"Identifiant;Date de notification;Titulaires actuels\nA;2025-03-01;{cellule}\n".encode()
    examen = examine(Demande("contrats", "contrats.csv", contenu), courante)
    assert examen.rapport.accepte
    assert preview(examen, courante).effets
    examen.close()


def test_an_absurd_amount_is_said_and_kept(deposit) -> None:
    examen = deposit(BON.replace("143 050,00 €", "999 999 999 999"))
    assert name_causes(examen) == {("plafond", "montant", 1)}
    assert publish_rows(examen)[0]["montant"] == "999999999999"


def test_identifiers_stay_text(deposit) -> None:
    (ligne,) = publish_rows(deposit(BON.replace("2025A1", "0012").replace("90910000", "03100000")))
    assert (ligne["identifiant"], ligne["code_cpv"]) == ("0012", "03100000")
