"""Set the report with typst; the norm is checked by typst itself, which refuses to write a file that breaks it."""

from datetime import UTC, datetime
from pathlib import Path

from spapser.exports.bilan import Bilan
from spapser.exports.composition import compose
from spapser.exports.pdf.blocs import list_dictionnaires
from spapser.exports.rapport import Rapport, write_rapport
from spapser.typographie import typographie_document

MODELE = Path(__file__).with_name("rapport.typ")
NORME = "ua-1"


def export_pdf(bilan: Bilan) -> bytes:
    """The report of the year, or of the only fiche of the content."""
    rapport = write_rapport(bilan)
    jour = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return compose(MODELE, describe_rapport(rapport, bilan), format="pdf", pdf_standards=[NORME], timestamp=jour)


def describe_rapport(rapport: Rapport, bilan: Bilan) -> dict:
    """The report as plain dictionaries with French spaces, for the template."""
    return space({
        "titre": rapport.titre, "sous_titre": rapport.sous_titre, "court": rapport.court, "auteur": rapport.auteur,
        "identite": rapport.identite, "phrase": rapport.phrase, "source": rapport.source, "adresse": rapport.adresse,
        "manques": rapport.manques, "blocs": list_dictionnaires(rapport.blocs, bilan)})


def space(valeur):
    """French no-break spaces in every text, drawings left as they are."""
    if isinstance(valeur, str):
        return valeur if valeur.startswith("<svg") else typographie_document(valeur)
    if isinstance(valeur, dict):
        return {cle: space(element) for cle, element in valeur.items()}
    return [space(element) for element in valeur] if isinstance(valeur, (list, tuple)) else valeur
