"""Comments and properties of a workbook are kept with it: personal data there refuse it, a name is said."""

import io
import zipfile

import pytest
import xlsxwriter

from spapser.errors import DonneesPersonnelles
from tests.depot.fichiers import HEURES, read, write_ods


def write(commentaire: str = "", auteur: str = "", lignes=HEURES) -> bytes:
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    for rang, ligne in enumerate(lignes):
        feuille.write_row(rang, 0, ligne)
    if commentaire:
        feuille.write_comment("B2", commentaire)
    if auteur:
        classeur.set_properties({"author": auteur})
    classeur.close()
    return flux.getvalue()


def write_ods_comment(texte: str, createur: str = "") -> bytes:
    """An OpenDocument workbook with a comment, and the properties that say who made it."""
    entree, sortie = zipfile.ZipFile(io.BytesIO(write_ods({"F": HEURES}))), io.BytesIO()
    note = f"<office:annotation><text:p>{texte}</text:p></office:annotation><text:p>Voirie"
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom in entree.namelist():
            archive.writestr(nom, entree.read(nom).replace(b"<text:p>Voirie", note.encode()))
        archive.writestr("meta.xml", f'<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{createur}</dc:creator></m>')
    return sortie.getvalue()


@pytest.mark.parametrize("texte", ["voir zoe.inventee@exemple.fr", "06 12 34 56 78", "NIR 185057800608491"])
def test_personal_data_in_a_comment_or_a_property(texte: str) -> None:
    for contenu, lieu in ((write(texte), "un commentaire"), (write(auteur=texte), "une propriété"),
                          (write_ods_comment(texte), "un commentaire"), (write_ods_comment("", texte), "une propriété")):
        with pytest.raises(DonneesPersonnelles, match=lieu) as refus:
            read("f", contenu)
        assert texte not in str(refus.value)


def test_who_wrote_the_workbook_is_said() -> None:
    for contenu, lieu in ((write(auteur="Zoé Inventée"), "propriété"), (write("Vu avec Mme INVENTÉE"), "commentaire"),
                          (write("Zoé Inventée: à revoir"), "commentaire")):
        (remarque,) = read("f", contenu).table.remarques
        assert (remarque.bloquante, lieu in remarque.message, "Inventée" in remarque.message) == (False, True, False)


@pytest.mark.parametrize("texte", ["Service des achats", "Microsoft Office User", "openpyxl", "à vérifier avant mars"])
def test_what_names_nobody_is_not(texte: str) -> None:
    assert read("f", write(texte, texte)).remarques == []
