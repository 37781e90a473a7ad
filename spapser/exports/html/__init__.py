"""The standalone edition: all the fiches in one HTML file that needs neither server, network nor script."""

from spapser.exports.contexte import Contexte
from spapser.exports.html.annee import name_document, write_annee, write_sommaire, write_titre
from spapser.exports.html.annexes import write_annexes
from spapser.exports.html.fiche import write_fiche
from spapser.exports.html.page import write_document


def export_html(contexte: Contexte) -> bytes:
    """The whole file of a year, or that of one fiche, in UTF-8."""
    fiches = "".join(write_fiche(partie, contexte.bilan) for partie in contexte.bilan.sections)
    corps = write_annee(contexte) + fiches + write_annexes(contexte)
    titre = f"{name_document(contexte)} – SPAPSER"
    return write_document(contexte, titre, write_titre(contexte) + write_sommaire(contexte), corps).encode()
