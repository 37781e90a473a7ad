"""Coherence notes: what the report states beside what its own details give."""

from collections import Counter

from spapser.exports.bilan import Bilan
from spapser.exports.rapport.mesures import RIEN
from spapser.exports.rapport.modele import Bloc, Paragraphe, Table, Titre
from spapser.suivi.controle import Controle, Verdict
from spapser.suivi.source import shorten_source
from spapser.typographie import enumere, format_nombre, format_quantite

MONTRES = {Verdict.ECART: "Écarts à expliquer", Verdict.COMPARAISON: "À rapprocher, sans égalité attendue"}


def write_controles(bilan: Bilan) -> list[Bloc]:
    """Counts by verdict in a sentence, then the checks whose two figures are apart."""
    controles = bilan.controles
    if not controles:
        return [Paragraphe(f"Le bilan ne donne pas assez de chiffres pour contrôler {bilan.annee}.")]
    compte = Counter(controle.verdict for controle in controles)
    comptes = enumere([f"{compte[verdict]} {verdict.value}" for verdict in Verdict if compte[verdict]])
    blocs: list[Bloc] = [Paragraphe(
        f"{format_quantite(len(controles), 'contrôles', 0)} recalculés depuis les données : {comptes}. Un écart n’est pas une "
        "faute : c’est une question à poser. Les deux lectures restent visibles.")]
    for verdict, titre in MONTRES.items():
        retenus = [controle for controle in controles if controle.verdict is verdict]
        if retenus:
            blocs += [Titre(2, titre), build_table(retenus, titre)]
    return blocs


def build_table(controles: list[Controle], titre: str) -> Table:
    """Published beside recomputed."""
    return Table(f"{titre} : {format_quantite(len(controles), 'contrôles', 0)}",
                 ("Contrôle", "Fiche", "Publié", "Recalculé", "Écart", "Source"),
                 tuple(write_ligne(controle) for controle in controles), (0.38, 0.08, 0.145, 0.145, 0.1, 0.15), (1, 2, 3, 4))


def write_ligne(controle: Controle) -> tuple:
    """One check as cells."""
    objet = f"{controle.titre} · {controle.objet}" if controle.objet else controle.titre
    signe = "+" if (controle.ecart or 0) > 0 else ""
    ecart = f"{signe}{format_nombre(controle.ecart)}" if controle.ecart is not None else RIEN
    return ((objet, controle.lecture), str(int(controle.fiche[2:])), format_quantite(controle.publie, controle.unite),
            format_quantite(controle.recalcule, controle.unite), ecart, shorten_source(controle))
