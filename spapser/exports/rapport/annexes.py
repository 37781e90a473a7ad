"""What closes the report: targets, coherence notes, sources and method, values of the figures."""

from spapser.exports.bilan import Bilan
from spapser.exports.rapport.controles import write_controles
from spapser.exports.rapport.mesures import write_cibles
from spapser.exports.rapport.methode import write_methode
from spapser.exports.rapport.modele import Bloc, Table, Titre


def write_annexes(bilan: Bilan) -> list[Bloc]:
    """Every annex, each on what the fiches of the report hold."""
    return [
        Titre(1, "Cibles et réalisé", "cibles", page=True), *write_cibles(bilan.mesures, bilan.annee),
        Titre(1, "Notes de cohérence", "controles"), *write_controles(bilan),
        Titre(1, "Sources et méthode", "methode", page=True), *write_methode(bilan),
        Titre(1, "Valeurs des figures", "valeurs", page=True), *write_valeurs(bilan)]


def write_valeurs(bilan: Bilan) -> list[Bloc]:
    """The table of every chart: what is drawn is what is written."""
    return [Table(f"{g.titre} (figure {g.identifiant})", g.tableau.colonnes, g.tableau.lignes, share_largeurs(g.tableau.colonnes),
                  g.tableau.nombres, petite=True) for section in bilan.sections for g in section.graphiques]


def share_largeurs(colonnes: tuple[str, ...]) -> tuple[float, ...]:
    """Twice as much room for the first column as for the others."""
    parts = [2.2, *(1 for _ in colonnes[1:])]
    return tuple(part / sum(parts) for part in parts)
