"""A percentage is read as the person sees it: « 75 % » is 75, whatever the cell holds; a symbol of another unit is said."""

import io
import zipfile

import pytest
import xlsxwriter

from spapser.depot.parcours import Demande, examine
from spapser.store import Base, load_edition
from tests.depot.fichiers import read, write_csv, write_ods, write_xls

TITRES = ["Indicateur", "Année", "Valeur", "Unité", "Retenue"]
PART, MONTANT = "fa01_part_tpe_pme", "fa04_heures"


@pytest.fixture(scope="module")
def courante() -> Base:
    return Base(load_edition(0))


def write_xlsx_percent(valeur: float, format: str, unite: str = "%") -> bytes:
    """A workbook whose value has a number format."""
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    feuille.write_row(0, 0, TITRES)
    feuille.write_row(1, 0, [PART if unite == "%" else MONTANT, 2025])
    feuille.write_number(1, 2, valeur, classeur.add_format({"num_format": format}))
    feuille.write_row(1, 3, [unite, "oui"])
    classeur.close()
    return flux.getvalue()


def write_ods_percent(valeur: float) -> bytes:
    """The same in OpenDocument, under blank rows."""
    contenu = write_ods({"Autre": [["x"]], "F": [[None], [None], TITRES, [PART, 2025, valeur, "%", "oui"]]})
    entree, sortie = zipfile.ZipFile(io.BytesIO(contenu)), io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom in entree.namelist():
            texte = entree.read(nom).replace(b'"float" office:value="%s"' % str(valeur).encode(),
                                             b'"percentage" office:value="%s"' % str(valeur).encode())
            archive.writestr(nom, texte)
    return sortie.getvalue()


def judge(contenu: bytes, courante: Base, jeu: str = "observations", feuille: str = ""):
    examen = examine(Demande(jeu, "essai", contenu, (), feuille), courante)
    valeurs = [v for (v,) in examen.table.atelier.query("select valeur from net order by ligne")]
    examen.close()
    return valeurs, {cause.cle: cause for cause in examen.rapport.causes if cause.regle != "ecart_annee"}


@pytest.mark.parametrize(("cellule", "valeur", "format"), [(0.06, "6", "0%"), (0.285, "28.5", "0.00%"), (1, "100", "0\\ %"),
                                                           (0.06, "6", "[Red]0.0%;-0.0%")])
def test_a_cell_in_percent_of_a_workbook(cellule: float, valeur: str, format: str, courante: Base) -> None:
    valeurs, causes = judge(write_xlsx_percent(cellule, format), courante)
    assert (valeurs, list(causes)) == ([valeur], [])


def test_a_cell_in_percent_of_an_opendocument_workbook(courante: Base) -> None:
    valeurs, causes = judge(write_ods_percent(0.06), courante, feuille="F")
    assert (valeurs, list(causes)) == (["6"], [])
    assert read("f", write_ods_percent(0.06), "observations", "F").lignes == [(4, PART, "2025", "6 %", "%", "oui")]


@pytest.mark.parametrize("format", ["0.00", '0.00"%"', "General"])
def test_a_small_share_of_a_workbook_is_said(format: str, courante: Base) -> None:
    valeurs, causes = judge(write_xlsx_percent(0.06, format), courante)
    assert valeurs == ["0.06"]
    assert list(causes) == ["part_en_fraction/valeur"]
    assert not causes["part_en_fraction/valeur"].bloquante
    assert "« 0,06 »" in causes["part_en_fraction/valeur"].message.replace("\N{NO-BREAK SPACE}", " ")


def test_a_small_share_of_an_old_workbook_is_said(courante: Base) -> None:
    assert list(judge(write_xls({"F": [TITRES, [PART, 2025, 0.06, "%", "oui"]]}), courante)[1]) == ["part_en_fraction/valeur"]


@pytest.mark.parametrize("texte", ["0,06", "0,06 %"])
def test_a_small_share_of_a_text_file_is_one(texte: str, courante: Base) -> None:
    assert judge(write_csv([TITRES, [PART, 2025, texte, "%", "oui"]]), courante) == (["0.06"], {})


def test_small_shares_written_as_such_are_sure(courante: Base) -> None:
    lignes = [[PART, 2025, "0,75 %", "%", "oui"], ["fa04_part_hommes", 2025, "0,9 %", "%", "oui"]]
    assert judge(write_csv([TITRES, *lignes]), courante) == (["0.75", "0.9"], {})


@pytest.mark.parametrize(("code", "unite", "texte"), [
    (MONTANT, "heures", "75 %"), (MONTANT, "heures", "31 107,86 €"), (PART, "%", "12 h"), (PART, "", "12 euros"),
    ("fa04_heures", "", "75%")])
def test_a_symbol_of_another_unit_is_said(code: str, unite: str, texte: str, courante: Base) -> None:
    causes = judge(write_csv([TITRES, [code, 2025, texte, unite, "oui"]]), courante)[1]
    assert list(causes) == ["symbole/valeur"]
    assert texte in causes["symbole/valeur"].message
    assert not causes["symbole/valeur"].bloquante


@pytest.mark.parametrize(("code", "unite", "texte"), [(MONTANT, "heures", "1 927,04 h"), (PART, "%", "75 %"), (PART, "", "75 %"),
                                                      (MONTANT, "", "12 heures"), (MONTANT, "heures", "12 ")])
def test_the_symbol_of_the_unit_is_not(code: str, unite: str, texte: str, courante: Base) -> None:
    assert judge(write_csv([TITRES, [code, 2025, texte, unite, "oui"]]), courante)[1] == {}


def test_an_amount_in_percent_is_said(courante: Base) -> None:
    lignes = [["Identifiant", "Marché", "Fiche", "Année", "Montant (€ HT)", "Part de l’effort d’insertion (%)"],
              ["1", "Nettoyage", "fa02", 2025, "75 %", "10 €"], ["2", "Voirie", "fa02", 2025, "75 €", "10 %"]]
    assert list(judge(write_csv(lignes), courante, "marches")[1]) == ["symbole/montant", "symbole/part_insertion"]
