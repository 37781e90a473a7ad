"""Provenance in words: lines of the report or deposited file, reliability."""

import re
from collections.abc import Iterable, Sequence

from spapser.catalogue import load_catalogue
from spapser.suivi.action import Action
from spapser.suivi.mesure import Cible, Mesure, Valeur
from spapser.typographie import enumere, format_nombre, format_quantite, format_secret

EDITION = re.compile(r"\(édition[ \u00a0](\d+)\)")
FIABILITES = {"sure": "lecture sûre", "douteuse": "lecture douteuse", "deduite": "valeur déduite"}
ORIGINES = {"publiee": "publiée dans le bilan", "calculee": "recalculée des données détaillées"}
DEPOSEES = {"publiee": "déposée par les services", "calculee": "calculée des données déposées"}


def write_lignes(lignes: Sequence[int]) -> str:
    """« Bilan 2024, ligne 38 », « Bilan 2024, lignes 35 et 38 »."""
    document = load_catalogue().document["titre_court"]
    if not lignes:
        return document
    mot = "ligne" if len(lignes) == 1 else "lignes"
    return f"{document}, {mot}\u00a0{enumere([str(n) for n in sorted(set(lignes))])}"


def write_sources(porteurs: Iterable) -> str:
    """Where several things come from: « Bilan 2024, lignes 35 et 38 ; heures 2025.xlsx (édition 3) ».

    `porteurs`: rows (dictionaries with document and ligne_source), or values, targets, actions, milestones, checks.
    """
    paires = [read_source(porteur) for porteur in porteurs]
    documents = list(dict.fromkeys(document for document, _ in paires if document))
    if documents and all(document for document, _ in paires):
        return " ; ".join(documents)
    lignes = sorted({n for document, lignes in paires if not document for n in lignes})
    return " ; ".join([write_lignes(lignes), *documents])


def read_source(porteur) -> tuple[str, Sequence[int]]:
    """The deposited file (empty when the report says it) and the lines of the report."""
    if isinstance(porteur, dict):
        return porteur.get("document", ""), [porteur["ligne_source"]] if porteur.get("ligne_source") else []
    return porteur.document, porteur.lignes


def write_source_action(action: Action) -> str:
    """Source of what was done: a file that only took the report's text up again is named after it."""
    if action.document and action.lignes:
        return f"{write_lignes(action.lignes)}, repris dans {action.document}"
    return write_sources([action])


def write_source(mesure: Mesure) -> str:
    """Origin, reliability when it matters, and source of the leading value."""
    if mesure.tenue is None:
        return "Valeur non publiée"
    fiabilite = "" if mesure.tenue.fiabilite == "sure" else f"{FIABILITES[mesure.tenue.fiabilite]}, "
    origine = "" if mesure.tenue.origine != "calculee" else "calculé, " if mesure.tenue.document else "recalculé, "
    debut = origine + fiabilite
    return f"{debut[:1].upper()}{debut[1:]}{write_sources([mesure.tenue])}"


def write_lecture(mesure: Mesure, lecture: Valeur) -> str:
    """One reading of a fact: « 64 631 heures, publiée dans le bilan, lecture douteuse (Bilan 2024, ligne 38) »."""
    texte = format_quantite(lecture.valeur, mesure.indicateur.unite, max(2, mesure.indicateur.decimales))
    texte = texte if lecture.secret is None else format_secret(lecture.secret)
    parts = [texte, (DEPOSEES if lecture.document else ORIGINES)[lecture.origine]]
    if lecture.fiabilite != "sure":
        parts.append(FIABILITES[lecture.fiabilite])
    if mesure.tenue and lecture is not mesure.tenue and lecture.valeur is not None and mesure.valeur is not None:
        parts.append(f"écart {format_nombre(lecture.valeur - mesure.valeur, 2)}")
    return f"{', '.join(parts)} ({write_sources([lecture])})"


def write_cible(mesure: Mesure, cible: Cible) -> str:
    """A target with its source: « au moins 25 000 heures (Bilan 2024, ligne 38) »."""
    texte = format_quantite(cible.valeur, mesure.indicateur.unite, mesure.indicateur.decimales)
    return f"{cible.comparaison} {texte} ({write_source_cible(cible)})"


def write_source_cible(cible: Cible) -> str:
    """The document that fixes a target, and the deposited file that says so, if any."""
    if cible.document:
        return f"{cible.source}, d’après {cible.document}"
    return write_lignes(cible.lignes) if cible.lignes else cible.source


def write_court(mesure: Mesure) -> str:
    """Source for a table: « l. 38 », « l. 35, recalculé », « heures 2025.xlsx (édition 3) », « – »."""
    if mesure.tenue is None:
        return "–"
    calcul = mesure.tenue.origine == "calculee"
    mot = ", calculé" if mesure.tenue.document else ", recalculé"
    return shorten_source(mesure.tenue) + (mot if calcul else "")


def shorten_source(porteur) -> str:
    """Source of one thing in a table: « l. 38 », « heures 2025.xlsx (édition 3) », « – » when the report gives no line.

    Several files are named by their editions: « éditions 1 et 3 ». `write_renvois` says which files these are.
    """
    document, lignes = read_source(porteur)
    if document:
        numeros = list_editions(document)
        return document if len(numeros) < 2 else f"éditions\u00a0{enumere([str(n) for n in numeros])}"
    return f"l.\u00a0{', '.join(str(n) for n in lignes)}" if lignes else "–"


def list_editions(document: str) -> list[int]:
    """The editions of the files that a source names, in order."""
    return sorted({int(numero) for numero in EDITION.findall(document)})


def write_renvois(mesures: Iterable[Mesure]) -> str:
    """The files of the measures whose source is named by editions: « heures 2025.xlsx (édition 1), … »; empty without any."""
    documents = [mesure.tenue.document for mesure in mesures if mesure.tenue and len(list_editions(mesure.tenue.document)) > 1]
    return f"Fichiers : {' ; '.join(dict.fromkeys(documents))}." if documents else ""


def name_sources(suivi, annee: int) -> str:
    """Where the figures of a year come from, in few words: the report, what staff deposited, or both."""
    documents = {bool(v.document) for cle, lectures in suivi.valeurs.items() if cle[1] == annee for v in lectures}
    if documents == {True}:
        return "Fichiers déposés par les services"
    return load_catalogue().document["titre_court"] + (" et fichiers déposés par les services" if True in documents else "")


def name_documents(edition) -> str:
    """What a whole document rests on: the report by its title, and the deposited files when there are some."""
    document = load_catalogue().document
    suite = " et fichiers déposés par les services" if edition.parties else ""
    return f"{document['titre']}, {document['auteur']}{suite}"
