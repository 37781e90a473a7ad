"""Spreadsheets (XLSX, XLS, ODS): values, not formulas, each row under the number that it has on screen."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.personnelles import refuse_personal_data
from spapser.depot.rapport import Anomalie, Lieu
from spapser.depot.readers.archive import check_archive, report_damage, report_excess
from spapser.depot.readers.brouillon import Brouillon, split_records
from spapser.depot.readers.cadrage import DEBUT, Cadre, Rangee, frame
from spapser.depot.readers.hors_cellules import judge_textes
from spapser.depot.readers.tri import Tri
from spapser.depot.table import TableLue, name_letter
from spapser.errors import FichierIllisible
from spapser.store import Atelier
from spapser.store.atelier import PLEIN
from spapser.typographie import enumere

EXTRACTION = Path(__file__).with_name("extraction")
TEXTES = "textes.csv"
PATIENCE = 600
# A workbook that a password encrypts is an archive in an old container, under this name.
CHIFFRE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Feuille:
    """A sheet that holds something. `fusions`: (first row, first column, last row, last column) of merged cells, from 1;
    `formules`: (row, column) of those that were saved without their value, once the rows are read."""

    nom: str
    visible: bool
    fichier: str
    fusions: list[list[int]]
    formules: list[list[int]] = field(default_factory=list)


def read_classeur(nom: str, contenu: bytes, format: str, jeu: Jeu, feuille: str, atelier: Atelier,
                  avancement: Avancement) -> TableLue:
    """One sheet in the workshop: the one asked for, else the first that holds something.

    The file is kept as it is once published, so the other sheets, hidden or not, may hold no personal data either.
    """
    avancement(0.05, "Ouverture du classeur")
    feuilles = open_classeur(nom, format, contenu, atelier.dossier)
    remarques = judge_textes(nom, iter_rows(nom, atelier.dossier / TEXTES), atelier)
    choisie = choose_sheet(nom, feuilles, feuille)
    for autre in feuilles:
        if autre != choisie:
            avancement(0.5, f"Lecture de la feuille « {autre.nom} »")
            refuse_personal_data(read_sheet(nom, format, autre, jeu, atelier), jeu)
    avancement(0.6, f"Lecture de la feuille « {choisie.nom} »")
    table = read_sheet(nom, format, choisie, jeu, atelier)
    for fichier in (TEXTES, *(lue.fichier for lue in feuilles)):
        (atelier.dossier / fichier).unlink(missing_ok=True)
    return table.remark(*remarques)


def list_feuilles_classeur(nom: str, contenu: bytes, format: str) -> tuple[str, ...]:
    """Visible sheets that hold something, in the order of the tabs."""
    return tuple(feuille.nom for feuille in open_classeur(nom, format, contenu) if feuille.visible)


def open_classeur(nom: str, format: str, contenu: bytes, *dossier: Path) -> list[Feuille]:
    """Sheets of the workbook, opened in a process of its own; their rows go to files of the folder, when there is one."""
    if format != "XLS":
        check_archive(nom, contenu)
    elif CHIFFRE in contenu:
        raise report_password(nom)
    commande = [sys.executable, "-I", str(EXTRACTION), *map(str, dossier)]
    try:
        fin = subprocess.run(commande, input=contenu, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise report_excess(nom) from None
    if b"no space left" in fin.stderr.lower():
        raise FichierIllisible(PLEIN)
    if fin.returncode < 0 or b"memory" in fin.stderr.lower() or b"file too large" in fin.stderr.lower():
        raise report_excess(nom)
    if fin.returncode:
        raise report_damage(nom)
    trouvees = json.loads(fin.stdout)
    if isinstance(trouvees, list):
        return [Feuille(**trouvee) for trouvee in trouvees]
    if trouvees["refus"] == "mot de passe":
        raise report_password(nom)
    raise report_damage(nom)


def report_password(nom: str) -> FichierIllisible:
    """What to say of a workbook that only its owner can open."""
    return FichierIllisible(f"Le classeur « {nom} » est protégé par un mot de passe : le retirer, puis le déposer.")


def choose_sheet(nom: str, feuilles: list[Feuille], demandee: str) -> Feuille:
    """The sheet asked for, else the first visible one. FichierIllisible when there is none."""
    visibles = [feuille for feuille in feuilles if feuille.visible]
    if not visibles:
        raise FichierIllisible(f"Aucune feuille visible du classeur « {nom} » n’a de cellule remplie : vérifier "
                               "l’enregistrement.")
    choisie = next((feuille for feuille in visibles if feuille.nom == demandee), None if demandee else visibles[0])
    if choisie is None:
        noms = enumere([f"« {feuille.nom} »" for feuille in visibles])
        raise FichierIllisible(f"Le classeur « {nom} » n’a pas de feuille « {demandee} » : choisir parmi {noms}.")
    return choisie


def read_sheet(nom: str, format: str, feuille: Feuille, jeu: Jeu, atelier: Atelier) -> TableLue:
    """The rows of a sheet in the workshop, in place of those of the sheet before."""
    rangees = iter_rows(nom, atelier.dossier / feuille.fichier)
    debut = list(islice(rangees, DEBUT))
    cadre = frame(nom, debut, jeu)
    tri = Tri(nom, cadre, jeu)
    champs = [colonne.champ for colonne in cadre.colonnes]
    lignes = atelier.create_text("lu", champs, tri.keep_data(chain(debut, rangees)))
    tri.write_aside(atelier)
    remarques = (*cadre.remarques, *tri.list_remarks(), *describe_fusions(nom, feuille, cadre),
                 *describe_formules(nom, feuille, cadre))
    return TableLue(nom, format, feuille.nom, atelier, cadre.colonnes, cadre.entete, lignes, remarques)


def iter_rows(nom: str, chemin: Path) -> Iterator[Rangee]:
    """Rows of a sheet with their numbers."""
    return ((int(cellules[0]), cellules[1:]) for _, cellules in split_records(nom, Brouillon(chemin), ","))


def describe_fusions(nom: str, feuille: Feuille, cadre: Cadre) -> Iterator[Anomalie]:
    """Under the header, merged cells give their value to the first one only: it is said."""
    fusions = [f for f in feuille.fusions if f[0] > cadre.entete and f[2] > f[0]]
    if fusions:
        dites = enumere([f"{name_letter(f[1])}{f[0]}:{name_letter(f[3])}{f[2]}" for f in fusions[:5]])
        message = f"des cellules sont fusionnées sur plusieurs lignes ({dites}) : seule la première de chacune est lue"
        yield Lieu(nom, fusions[0][0]).report("fusions", message, "les séparer, puis écrire la valeur sur chaque ligne", False)


def describe_formules(nom: str, feuille: Feuille, cadre: Cadre) -> Iterator[Anomalie]:
    """A formula that no spreadsheet has computed is read as empty: the file is not what it seems."""
    vides = [(ligne, colonne) for ligne, colonne in feuille.formules if ligne > cadre.entete and colonne - 1 in cadre.places]
    if vides:
        dites = [f"{name_letter(colonne)}{ligne}" for ligne, colonne in vides[:5]] + ["d’autres"] * (len(vides) > 5)
        message = f"des formules ont été enregistrées sans leur valeur ({enumere(dites)})"
        yield Lieu(nom, vides[0][0]).report("formules", message, "ouvrir le classeur dans le tableur, l’enregistrer, puis le "
                                            "déposer de nouveau")
