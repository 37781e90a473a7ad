"""The registry of what one may take away: a format is a name, what it is for, and a function from a context to bytes.

The libraries of a format are imported when it is asked for: nobody waits for those of a format that nobody wants.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spapser.errors import CodeInconnu
from spapser.exports.contexte import Contexte


@dataclass(frozen=True)
class Format:
    """One way to take the year away. `racine` begins its file name.

    `par_annee`: it is about one year (otherwise about all of them); `par_fiche`: it can also be made for one fiche alone;
    `dossier`: the folder where the set of the year puts what it holds ("" as it is, None when the set goes without it);
    `leger`: it may be made ahead, to tell its size; `donnees`: it holds the rows of the datasets, so that it may be big.
    """

    nom: str
    titre: str
    usage: str
    racine: str
    extension: str
    mime: str
    fabrique: Callable[[Contexte], bytes]
    par_annee: bool = True
    par_fiche: bool = True
    dossier: str | None = ""
    leger: bool = True
    donnees: bool = False

    def nom_fichier(self, annee: int, fiche: str = "") -> str:
        """The stable public name: « bilan-2024.pdf », « bilan-fa04-2024.pdf », « paquet.zip »."""
        morceaux = [self.racine, fiche, str(annee) if self.par_annee else ""]
        return f"{'-'.join(mot for mot in morceaux if mot)}.{self.extension}"


def make_pdf(contexte: Contexte) -> bytes:
    """The yearly report, to read."""
    from spapser.exports.pdf import export_pdf

    return export_pdf(contexte.bilan)


def make_docx(contexte: Contexte) -> bytes:
    """The yearly report, to complete."""
    from spapser.exports.docx import export_docx

    return export_docx(contexte.bilan)


def make_pptx(contexte: Contexte) -> bytes:
    """The slides."""
    from spapser.exports.adresse import read_adresse
    from spapser.exports.diaporama import export_pptx

    return export_pptx(contexte.bilan, read_adresse())


def make_xlsx(contexte: Contexte) -> bytes:
    """The workbook."""
    from spapser.exports.classeur import export_xlsx

    return export_xlsx(contexte)


def make_html(contexte: Contexte) -> bytes:
    """The standalone edition."""
    from spapser.exports.html import export_html

    return export_html(contexte)


def make_ensemble(contexte: Contexte) -> bytes:
    """Everything of the year."""
    from spapser.exports.ensemble import export_ensemble

    return export_ensemble(contexte)


def make_images(forme: str) -> Callable[[Contexte], bytes]:
    """Every chart as « svg » or « png »."""
    def make(contexte: Contexte) -> bytes:
        from spapser.exports.planches import export_images

        return export_images(contexte, forme)

    return make


def make_donnees(*formes: str) -> Callable[[Contexte], bytes]:
    """The data package with these forms (csv, parquet)."""
    def make(contexte: Contexte) -> bytes:
        from spapser.exports.paquet import export_paquet

        return export_paquet(contexte.base, contexte.suivi, formes, contexte.manques)

    return make


ZIP = "application/zip"
OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = (
    Format("pdf", "Bilan annuel, PDF", "Pour lire, imprimer ou joindre à une délibération : accessible, mis en page en A4.",
           "bilan", "pdf", "application/pdf", make_pdf),
    Format("docx", "Bilan annuel, DOCX", "Pour compléter le texte dans un traitement de texte : mêmes titres, mêmes tableaux.",
           "bilan", "docx", f"{OFFICE}.wordprocessingml.document", make_docx),
    Format("pptx", "Diaporama, PPTX", "Pour projeter ou remanier : graphiques et tableaux modifiables, notes de l’orateur.",
           "diaporama", "pptx", f"{OFFICE}.presentationml.presentation", make_pptx),
    Format("html", "Édition autonome, HTML",
           "Pour lire ou publier sans serveur ni réseau : un seul fichier, toutes les fiches, lisible sur téléphone.",
           "edition", "html", "text/html; charset=utf-8", make_html),
    Format("xlsx", "Classeur, XLSX",
           "Pour calculer et croiser : une feuille par fiche et par jeu de données, graphiques modifiables, dictionnaire.",
           "classeur", "xlsx", f"{OFFICE}.spreadsheetml.sheet", make_xlsx, donnees=True),
    Format("csv", "Données, CSV",
           "Pour tout outil : les jeux de données et les résultats de chaque année, avec leur schéma.",
           "donnees-csv", "zip", ZIP, make_donnees("csv"), par_annee=False, par_fiche=False, dossier=None,
           donnees=True),
    Format("parquet", "Données, Parquet", "Pour l’analyse : les jeux de données typés, avec leur schéma.",
           "donnees-parquet", "zip", ZIP, make_donnees("parquet"), par_annee=False, par_fiche=False, dossier=None,
           donnees=True),
    Format("paquet", "Paquet de données complet", "Pour republier en données ouvertes : CSV, Parquet et datapackage.json.",
           "paquet", "zip", ZIP, make_donnees("csv", "parquet"), par_annee=False,
           par_fiche=False, dossier="donnees", donnees=True),
    Format("svg", "Images des graphiques, SVG", "Pour l’impression et la mise en page : nettes à toutes les tailles.",
           "images-svg", "zip", ZIP, make_images("svg"), dossier="images"),
    Format("png", "Images des graphiques, PNG", "Pour une messagerie, un site ou un traitement de texte.",
           "images-png", "zip", ZIP, make_images("png"), dossier="images"),
    Format("ensemble", "Tout l’ensemble", "Pour archiver ou transmettre l’année : documents, données et images dans un seul zip.",
           "ensemble", "zip", ZIP, make_ensemble, dossier=None, leger=False),
)


def find_format(nom: str) -> Format:
    """The format of that name; CodeInconnu lists the others."""
    trouve = next((forme for forme in FORMATS if forme.nom == nom), None)
    if trouve is None:
        raise CodeInconnu(f"Le format « {nom} » n’existe pas : choisir parmi {', '.join(f.nom for f in FORMATS)}.")
    return trouve
