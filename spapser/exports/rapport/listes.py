"""Lists behind the figures: contracts that the report names, purchases to come, structures, communes."""

from collections.abc import Sequence

from spapser.exports.bilan import SectionFiche
from spapser.exports.rapport.mesures import RIEN
from spapser.exports.rapport.modele import Bloc, Table, Titre
from spapser.suivi.source import shorten_source
from spapser.typographie import format_quantite

SOURCE = "source"
MARCHES = {"marche": ("Marché", 0.3), "lot": ("Lot", 0.16), "titulaire": ("Titulaire", 0.2), "situation": ("Situation", 0.16),
           "reservation": ("Réservation", 0.12), "clause": ("Clause", 0.14), SOURCE: ("Source", 0.14)}
ACHATS = {"achat": ("Achat", 0.36), "reservation": ("Réservation", 0.14), "sourcage": ("Sourçage", 0.14),
          "public_vise": ("Structures visées", 0.16), "structure": ("Structure citée", 0.14), SOURCE: ("Source", 0.14)}


def write_marches(section: SectionFiche, annee: int) -> list[Bloc]:
    """The contracts that the report names for the fiche."""
    if not section.marches:
        return []
    nombre = format_quantite(len(section.marches), "marchés", 0)
    return [Titre(2, "Marchés cités"), build_liste(f"{nombre} : fiche {section.fiche.numero}, {annee}", MARCHES, section.marches)]


def write_achats(section: SectionFiche, annee: int) -> list[Bloc]:
    """The purchases to come that the report names for the fiche."""
    if not section.achats:
        return []
    nombre = format_quantite(len(section.achats), "achats", 0)
    return [Titre(2, "Achats à venir"),
            build_liste(f"{nombre} : fiche {section.fiche.numero}, programmation {annee + 1}", ACHATS, section.achats)]


def build_liste(legende: str, colonnes: dict[str, tuple[str, float]], lignes: Sequence[dict]) -> Table:
    """Rows of a dataset as a table, without the columns that no row fills."""
    lignes = [ligne | {SOURCE: shorten_source(ligne)} for ligne in lignes]
    gardees = {nom: colonne for nom, colonne in colonnes.items() if any(ligne[nom] for ligne in lignes)}
    total = sum(largeur for _, largeur in gardees.values())
    return Table(legende, tuple(titre for titre, _ in gardees.values()),
                 tuple(tuple(str(ligne[nom] or RIEN) for nom in gardees) for ligne in lignes),
                 tuple(largeur / total for _, largeur in gardees.values()))
