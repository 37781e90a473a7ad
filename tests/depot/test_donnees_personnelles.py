"""Personal data are refused by name, with the reason, wherever they are in the file; what is not personal passes."""

import tempfile

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.declaration import load_agec
from spapser.depot.titres_personnels import find_reason
from spapser.errors import DonneesPersonnelles
from spapser.store import load_edition
from tests.depot.fichiers import HEURES, read, write_csv, write_ods, write_parquet, write_xls, write_xlsx

CATALOGUE = load_catalogue()
PROPRES = ["Opération", "Type", "Année", "Heures"]
NIR = "1 85 05 78 006 084 91"


def refuse(contenu: bytes, *mots: str, jeu: str = "insertion_operations", sauf: str = "") -> None:
    """The file is refused, in one sentence that holds these words, and not what it must not repeat."""
    with pytest.raises(DonneesPersonnelles) as refus:
        read("depot", contenu, jeu)
    phrase = str(refus.value)
    assert [mot for mot in mots if mot not in phrase.replace("\N{NO-BREAK SPACE}", " ")] == []
    assert len(phrase.splitlines()) == 1
    assert not sauf or sauf not in phrase


def add_column(titre: str, *cellules) -> list[list]:
    """A sound file with one more column."""
    cellules = cellules or ("x",) * 3
    return [[*PROPRES, titre], *([f"Opération {n}", "Services", 2025, n, cellule] for n, cellule in enumerate(cellules))]


TITRES = {
    "prénom": ["Prénom", "PRENOM", "prenoms", "Nom Prénom", "Nom/prénom", "nom_prenom", "NomPrenom", "Prénom du salarié",
               "First name"],
    "nom": ["Nom de naissance", "NOM D'USAGE", "Nom de famille", "Nom du bénéficiaire", "nom salarié", "Nom patronymique",
            "Civilité",
            "nomDeFamille", "Contact", "Interlocuteur"],
    "naissance": ["Date de naissance", "date_naissance", "Né le", "Né(e) le", "née le", "DDN", "Lieu de naissance",
                  "datenaissance",
                  "DateDeNaissance", "Date naiss."],
    "sécurité sociale": ["NIR", "N° de sécurité sociale", "N°SS", "Numéro de sécurité sociale", "n° sécu", "numSecu", "NSS"],
    "électronique": ["E-mail", "Email", "e mail", "Mail", "Adresse mail", "Courriel", "courriels", "adresse_electronique",
                     "adresseEmail"],
    "téléphone": ["Téléphone", "TEL", "Tél.", "N° de téléphone", "telephone_portable", "Portable", "Mobile", "GSM", "numTel"],
    "postale": ["Adresse", "Adresse postale", "ADRESSE DU DOMICILE", "Adresse personnelle", "adresse complète", "Domicile",
                "Rue"],
    "identifiant": ["Matricule", "N° matricule", "Identifiant Pôle emploi", "Numéro France Travail", "ID salarié", "IBAN"],
    "santé": ["RQTH"]}


@pytest.mark.parametrize(("raison", "titre"), [(raison, titre) for raison, titres in TITRES.items() for titre in titres])
def test_a_title_that_speaks_of_people(raison: str, titre: str) -> None:
    assert raison in find_reason(titre)


@pytest.mark.parametrize("titre", [
    "Nom du marché", "nom_source", "Nom corrigé", "Nom dans le bilan", "Nom", "Adresse internet", "Lien", "Adresse du chantier",
    "Numéro de marché", "N° de marché", "Référence", "Titulaire", "Nombre de téléphones", "Smartphones et téléphones",
    "Ordinateurs portables",
    "Voirie", "Travaux de voie", "Santé et sécurité", "Code INSEE", "Commune", "Code postal", "Mailles", "Mailing",
    "Télétravail", "Hôtel",
    "Heures réalisées", "Siège social", "Aide à domicile", "Intitulé", "Nature du contrat", "Participants", "Tribunal"])
def test_a_title_that_does_not(titre: str) -> None:
    assert find_reason(titre) == ""


@pytest.mark.parametrize("jeu", [*CATALOGUE.jeux, load_agec().as_jeu(CATALOGUE.jeu("reemploi"))], ids=lambda jeu: jeu.nom)
def test_no_column_of_the_catalogue_is_refused(jeu) -> None:
    ecritures = [e for c in jeu.colonnes for e in (c.nom, c.titre, *c.alias)]
    lignes = [[c.titre for c in jeu.colonnes]] + [[c.exemple or "x" for c in jeu.colonnes]] * 3
    nom = jeu.nom if jeu in CATALOGUE.jeux else "reemploi"
    assert read("f.csv", write_csv(lignes), nom).table.lignes == 3
    assert [e for e in ecritures if find_reason(e)] == []


@pytest.mark.parametrize("jeu", [jeu for jeu in CATALOGUE.jeux if not jeu.facultatif], ids=lambda jeu: jeu.nom)
def test_what_ships_is_not_refused(jeu) -> None:
    contenu = load_edition(0).fichier(jeu.nom).read_bytes()
    assert read(f"{jeu.nom}.csv", contenu, jeu.nom).table.lignes > 0


@pytest.mark.parametrize("write", [write_csv, lambda lignes: write_xlsx({"F": lignes}), lambda lignes: write_xls({"F": lignes}),
                                   lambda lignes: write_ods({"F": lignes})])
def test_the_column_and_the_reason_are_named_and_the_cells_are_not(write) -> None:
    refuse(write(add_column("Prénom", "Zoé", "Ali", "Léo")), "« Prénom » (colonne E", "le prénom d’une personne", sauf="Zoé")


def test_parquet_too(tmp_path) -> None:
    refuse(write_parquet(tmp_path, "select 2025 as annee, 'Zoé' as prenom, 'z@exemple.fr' as autre"), "« prenom »", "« autre »")


@pytest.mark.parametrize(("titre", "cellules", "raison"), [
    ("Suivi", ["a", "voir zoe.inventee@exemple.fr", "c"], "adresse électronique"),
    ("Note", ["", "appeler le 06 12 34 56 78 avant midi", ""], "téléphone"),
    ("Observations", ["", "01.23.45.67.89", ""], "téléphone"), ("Divers", ["", "+33 6 12 34 56 78", ""], "téléphone"),
    ("Ligne directe", ["0123456789", "0612345678", "+33712345678"], "téléphone"),
    ("Clé", [NIR, "", ""], "sécurité sociale"), ("Clé", [NIR.replace(" ", ""), "x", ""], "sécurité sociale"),
    ("Repère", ["12/03/1975", "01/12/1988", "30/06/2001"], "dates de naissance"),
    ("Repère", ["1975-03-12", "1988-12-01", "2001-06-30"], "dates de naissance"),
    ("Suivi par", ["Mme Zoé INVENTÉE", "M. Léo Fictif", "Mme Ana Feinte"], "noms de personnes"),
    ("Bénéficiaires", ["INVENTÉE Zoé", "FICTIF Léo", "Ana FEINTE"], "noms de personnes")])
def test_cells_that_look_personal_under_an_innocent_title(titre: str, cellules: list[str], raison: str) -> None:
    refuse(write_csv(add_column(titre, *cellules)), raison, "colonne E", sauf=max(cellules, key=len))


def test_a_known_column_is_searched_too() -> None:
    refuse(write_csv([PROPRES, ["voir zoe@exemple.fr", "Services", 2025, 1]]),
           "« Opération » (colonne A, une adresse électronique)")


@pytest.mark.parametrize(("titre", "cellules"), [
    ("Suivi", ["@", "a @ b", "prix @ 3 €"]), ("Clé", ["185057800608492", "185057800608493", "185057800608494"]),
    ("Numéro", ["0100", "0612", "0700"]), ("Signé le", ["12/03/2024", "01/12/2024", "30/06/2025"]),
    ("Début", ["01/01/2005", "01/06/2006", "01/01/2007"]), ("Bénéficiaires", ["12", "30", "4"]),
    ("Bénéficiaires", ["Jeunes", "Allocataires du RSA", "Seniors"]), ("SIRET", ["20005801400016"] * 3)])
def test_cells_that_only_look_so_pass(titre: str, cellules: list[str]) -> None:
    assert read("f.csv", write_csv(add_column(titre, *cellules))).table.lignes == 3


def test_numbers_of_fifteen_digits_are_no_nir_because_one_has_a_true_key() -> None:
    numeros = [f"1850578006{n:05}" for n in range(300)]
    assert read("f.csv", write_csv(add_column("Numéro interne", *numeros))).table.lignes == 300


@pytest.mark.parametrize("dessus", ["Contact : zoe@exemple.fr", "Tél. 01 23 45 67 89", NIR])
def test_what_is_around_the_table_is_searched_too(dessus: str) -> None:
    refuse(write_csv([[dessus], *HEURES]), "la ligne 1", sauf=dessus)
    refuse(write_csv([*HEURES, ["Total", dessus]]), "la ligne 5", sauf=dessus)


def test_a_note_at_the_foot_is_searched_too() -> None:
    refuse(write_csv([*HEURES, ["Source : zoe@exemple.fr"]]), "la ligne 5", sauf="zoe@exemple.fr")


def test_nothing_of_a_refused_file_is_kept_or_logged(tmp_path, monkeypatch, caplog, capfd) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    refuse(write_csv(add_column("Prénom", "Zoé", "Ali", "Léo")), "« Prénom »")
    assert list(tmp_path.iterdir()) == []
    assert caplog.records == []
    assert "".join(capfd.readouterr()) == ""


def test_a_file_without_header_does_not_have_its_first_person_repeated() -> None:
    lignes = [["INVENTÉE", "zoe@exemple.fr", "1985-02-03"], ["FICTIF", "leo@exemple.fr", "1990-02-03"]]
    refuse(write_csv(lignes), sauf="zoe@exemple.fr")


@pytest.mark.parametrize("cachees", [[], ["Personnes"]])
def test_the_other_sheets_are_kept_with_the_file_so_they_are_searched(cachees: list[str]) -> None:
    contenu = write_xlsx({"Heures": HEURES, "Personnes": [["Nom", "Prénom"], ["INVENTÉE", "Zoé"]]}, cachees)
    refuse(contenu, "feuille « Personnes »", "« Prénom »", sauf="Zoé")


PERSONNES = ["Sexe", "Tranche d’âge", "Date d’entrée", "Heures réalisées", "Marché"]


@pytest.mark.parametrize("jeu", ["insertion_operations", "insertion_publics"])
@pytest.mark.parametrize("titres", [PERSONNES, ["Sexe", "Âge", "Année", "Valeur"], ["Année", "Sexe", "Niveau d’études",
                                                                                    "Type de contrat"],
                                    ["Sexe", "QPV", "Date de sortie", "Année"]])
def test_one_row_a_person_is_refused_where_people_are_counted(jeu: str, titres: list[str]) -> None:
    lignes = [titres, *([f"{titre} {n}" for titre in titres] for n in range(4))]
    refuse(write_csv(lignes), "une personne par ligne", "« Sexe »", jeu=jeu, sauf="Sexe 1")


@pytest.mark.parametrize("titres", [["Opération", "Statut", "Date de fin", "Année", "Heures"], ["Commune", "QPV", "Année",
                                                                                                "Nombre"],
                                    ["Dimension", "Modalité", "Année", "Nombre de personnes"]])
def test_rows_that_count_or_describe_operations_are_not(titres: list[str]) -> None:
    lignes = [titres, *([f"{n}" for _ in titres] for n in range(4))]
    assert read("f.csv", write_csv(lignes), "insertion_publics").table.lignes == 4


def test_counts_by_several_categories_pass_and_rows_of_one_do_not() -> None:
    titres = ["Année", "Sexe", "Tranche d’âge", "Nombre"]
    assert read("f.csv", write_csv([titres, [2025, "F", "26-50", 12], [2025, "H", "26-50", 9]]),
                "insertion_publics").table.lignes == 2
    refuse(write_csv([titres, *([2025, "F", "26-50", 1] for _ in range(9))]), "une personne par ligne", jeu="insertion_publics")


def test_a_column_named_nom_is_about_people_only_beside_a_first_name_or_where_people_are_counted() -> None:
    lignes = [["Nom", "Année"], ["Ressourcerie", 2025]]
    assert read("f.csv", write_csv(lignes), "structures").titres == ["Nom", "Année"]
    refuse(write_csv(lignes), "« Nom »", jeu="insertion_publics")
    refuse(write_csv([["Nom", "Prénom"], ["a", "b"]]), "« Nom »", "« Prénom »", jeu="structures")
