"""What names a person in a title or in a text is refused; contracts, companies, SIRET and codes of communes pass."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spapser.depot.coordonnees import load_macros
from spapser.depot.titres_personnels import describes_person, find_reason
from spapser.errors import DonneesPersonnelles
from spapser.store import Atelier
from tests.depot.fichiers import read, write_csv
from tests.depot.test_donnees_personnelles import add_column

TITRES = ["Etat civil", "État civil", "Adresse 1", "Adresse ligne 1", "Adr.", "Adresse salarié", "Adresse bénéficiaire",
          "N° et rue", "Tel1", "Tél 2", "Portable perso", "N° INSEE", "Numéro INSEE du salarié",
          "n° de sécurité soc.", "Sécu", "Né en", "Née à", "Mel", "Mél"]
ADMIS = ["Code INSEE", "INSEE", "N° INSEE de la commune", "Numéro INSEE commune", "Sécurité", "Année en cours", "Hôtel 1",
         "Adresse du chantier", "Adresse des travaux", "Rue pavée", "Lieu", "Lieu de résidence", "Lieu d’exécution", "Telex",
         "Mel Lille", "État du dossier"]


@pytest.mark.parametrize("titre", TITRES)
def test_titles_of_people(titre: str) -> None:
    assert find_reason(titre)


@pytest.mark.parametrize("titre", ADMIS)
def test_titles_of_other_things(titre: str) -> None:
    assert find_reason(titre) == ""


@pytest.mark.parametrize(("titre", "cellules", "raison"), [
    ("Suivi", ["", "Mme DUPONT", ""], "le nom d’une personne"),
    ("Note", ["", "vu avec M. Léo Fictif", ""], "le nom d’une personne"),
    ("Note", ["", "Mme Marie DUPONT, née le 12/03/1985", ""], "le nom d’une personne"),
    ("Note", ["", "née le 12 mars 1985", ""], "naissance"), ("Suivi", ["", "NIR 185057800608491 vu", ""], "sécurité sociale"),
    ("Note", ["", "dossier 1 85 05 78 006 084 91", ""], "sécurité sociale"),
    ("Note", ["", "NIR : 1850578006084", ""], "sécurité"),
    ("Clé", ["1850578006084", "2900694081123", "1771275104007"], "sécurité sociale"),
    ("Bénéficiaire", ["DUPONT", "MARTIN", "LE GOFF"], "des noms de personnes"),
    ("Bénéficiaire", ["Dupont", "Martin", "Durand"], "des noms de personnes"),
    ("NOM", ["DUPONT", "MARTIN", "DURAND"], "des noms"),
    ("Nom complet", ["a", "b", "c"], "le nom d’une personne"), ("Nom usuel", ["a", "b", "c"], "le nom d’une personne"),
    ("Où", ["12 rue Victor Hugo 94200", "3 bis, avenue de la Paix 94400 Vitry", "1 place Lénine"], "adresse postale"),
    ("Salarié", ["", "12 rue Victor Hugo 94200", "x"], "adresse postale")])
def test_cells_of_people(titre: str, cellules: list[str], raison: str) -> None:
    with pytest.raises(DonneesPersonnelles, match=raison) as refus:
        read("f.csv", write_csv(add_column(titre, *cellules)))
    assert max(cellules, key=len) not in str(refus.value) or len(max(cellules)) == 1


@pytest.mark.parametrize(("titre", "cellules"), [
    ("Adresse du chantier", ["12 rue Victor Hugo 94200", "1 place Lénine", "2 rue des Lilas"]),
    ("N° INSEE", ["94041", "94081", "2A004"]),
    ("Bénéficiaires", ["Villejuif", "Orly", "Ivry-sur-Seine"]), ("Bénéficiaire", ["RSA", "ASS", "Jeunes"]),
    ("SIRET de la structure", ["20005801400016", "35600000000048", "44306184100047"]), ("Numéro", ["5850578006084"] * 3),
    ("Note", ["Travaux rue Madame Curie", "Mr Bricolage", "M. le maire"]),
    ("Note", ["le réseau est né en 2019", "", "nés du plan"]),
    ("SIRET", ["732829320007", "1234567890123", "x"]), ("Nom", ["École Jean Moulin", "Voirie", "Square"])])
def test_cells_of_other_things(titre: str, cellules: list[str]) -> None:
    assert read("f.csv", write_csv(add_column(titre, *cellules))).table.lignes == 3


def test_a_number_in_a_title_above_is_found_in_its_sentence() -> None:
    with pytest.raises(DonneesPersonnelles, match="la ligne 1"):
        read("f.csv", write_csv([["Dossier du NIR 185057800608491, suivi"], *add_column("Note", "a", "b", "c")]))


def test_a_contract_may_name_a_street_and_a_company_a_person() -> None:
    lignes = [["Identifiant", "Marché", "Titulaire", "Fiche", "Année", "Lieu"],
              ["1", "Travaux 12 rue Victor Hugo à Ivry", "M. DUPONT Jean", "fa02", 2025, "12 rue Victor Hugo 94200"],
              ["2", "Place Monsieur Vincent", "Madame Meubles", "fa02", 2025, "1 place Lénine 94200"]]
    assert read("f.csv", write_csv(lignes), "marches").table.lignes == 2


def test_a_structure_may_have_a_full_name() -> None:
    lignes = [["Nom complet", "Année"], ["Ressourcerie du Val", 2025]]
    assert read("f.csv", write_csv(lignes), "structures").table.lignes == 1


ATELIER = Atelier()
load_macros(ATELIER)
CORPS = st.from_regex(r"[12][0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[1-8][0-9]|2A|2B)[0-9]{6}", fullmatch=True)
PHRASES = st.sampled_from(["{}", "NIR {}", "dossier {} à revoir", "({})", "n°{}, suivi"])


@settings(max_examples=100, deadline=None)
@given(CORPS, PHRASES, st.booleans())
def test_a_social_security_number_is_found_in_any_sentence(corps: str, phrase: str, espace: bool) -> None:
    cle = f"{97 - int(corps.replace('2A', '19').replace('2B', '18')) % 97:02}"
    coupes = (corps[0], corps[1:3], corps[3:5], corps[5:7], corps[7:10], corps[10:], cle)
    texte = phrase.format((" " if espace else "").join(coupes))
    assert ATELIER.query("select est_nir(?) or contient_nir(?)", [texte, texte])[0][0]


@settings(max_examples=100, deadline=None)
@given(st.from_regex(r"[0-9]{14}", fullmatch=True), PHRASES)
def test_a_siret_is_no_social_security_number(siret: str, phrase: str) -> None:
    texte = phrase.replace("NIR", "SIRET").format(siret)
    assert not ATELIER.query("select est_nir(?) or contient_nir(?) or est_nir_sans_cle(?)", [texte] * 3)[0][0]


def test_where_people_live_is_one_more_sign_of_a_row_a_person_and_no_more() -> None:
    assert describes_person(["Lieu de résidence", "Sexe", "Âge"])
    assert describes_person(["Lieu de résidence"]) == []
