"""Provenance in words: document, line, reliability."""

from collections.abc import Sequence

from spapser.catalogue import load_catalogue
from spapser.suivi.mesure import Cible, Mesure, Valeur
from spapser.typographie import enumere, format_nombre, format_quantite

FIABILITES = {"sure": "lecture sûre", "douteuse": "lecture douteuse", "deduite": "valeur déduite"}
ORIGINES = {"publiee": "publiée dans le bilan", "calculee": "recalculée des données détaillées"}


def write_lignes(lignes: Sequence[int]) -> str:
    """« Bilan 2024, ligne 38 », « Bilan 2024, lignes 35 et 38 »."""
    document = load_catalogue().document["titre_court"]
    if not lignes:
        return document
    mot = "ligne" if len(lignes) == 1 else "lignes"
    return f"{document}, {mot}\u00a0{enumere([str(n) for n in sorted(set(lignes))])}"


def write_source(mesure: Mesure) -> str:
    """Origin, reliability when it matters, and source lines of the leading value."""
    if mesure.tenue is None:
        return "Valeur absente du bilan"
    fiabilite = "" if mesure.tenue.fiabilite == "sure" else f"{FIABILITES[mesure.tenue.fiabilite]}, "
    origine = "recalculé, " if mesure.tenue.origine == "calculee" else ""
    texte = f"{origine}{fiabilite}{write_lignes(mesure.tenue.lignes)}"
    return texte[0].upper() + texte[1:]


def write_lecture(mesure: Mesure, lecture: Valeur) -> str:
    """One reading of a fact: « 64 631 heures, publiée dans le bilan, lecture douteuse (Bilan 2024, ligne 38) »."""
    texte = format_quantite(lecture.valeur, mesure.indicateur.unite, max(2, mesure.indicateur.decimales))
    parts = [texte, ORIGINES[lecture.origine]]
    if lecture.fiabilite != "sure":
        parts.append(FIABILITES[lecture.fiabilite])
    if mesure.tenue and lecture is not mesure.tenue and lecture.valeur is not None and mesure.valeur is not None:
        parts.append(f"écart {format_nombre(lecture.valeur - mesure.valeur, 2)}")
    return f"{', '.join(parts)} ({write_lignes(lecture.lignes)})"


def write_cible(mesure: Mesure, cible: Cible) -> str:
    """A target with its source: « au moins 25 000 heures (Bilan 2024, ligne 38) »."""
    texte = format_quantite(cible.valeur, mesure.indicateur.unite, mesure.indicateur.decimales)
    return f"{cible.comparaison} {texte} ({write_lignes(cible.lignes) if cible.lignes else cible.source})"


def write_court(mesure: Mesure) -> str:
    """Source lines for a table: « l. 38 », « l. 35, recalculé », « – »."""
    if mesure.tenue is None:
        return "–"
    lignes = ", ".join(str(n) for n in mesure.tenue.lignes)
    return f"l.\u00a0{lignes}" + (", recalculé" if mesure.tenue.origine == "calculee" else "")
