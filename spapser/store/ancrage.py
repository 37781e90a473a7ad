"""The audit log and the editions hold each other: each line seals its edition, each edition names its line."""

from dataclasses import replace

from spapser.acces import Personne
from spapser.acces.audit import record, record_quietly
from spapser.errors import SpapserError
from spapser.store.edition import Edition
from spapser.store.manifeste import describe, seal
from spapser.store.registre import list_numeros, load_edition

ACTES, ABANDON = ("publication", "annulation"), "publication abandonnée"


def inscribe(edition: Edition, personne: Personne) -> Edition:
    """The edition signed by the person, and its line in the audit log, written before it. OSError when the log cannot be."""
    auteur = " ".join(personne.nom.split())
    signee = replace(edition, publication=replace(edition.publication, auteur=auteur, compte=personne.courriel))
    acte = ACTES[edition.publication.nature == "annulation"]
    jeux = sorted({f"{c.jeu} {c.annee}" for c in edition.publication.changements})
    ligne = record(acte, personne, {"edition": edition.numero, "sceau": seal_bare(signee), "jeux": jeux})
    return replace(signee, publication=replace(signee.publication, audit=ligne))


def withdraw(edition: Edition, personne: Personne) -> None:
    """Say in the log that the edition announced just before was not published after all."""
    record_quietly(ABANDON, personne, {"edition": edition.numero, "ligne": edition.publication.audit})


def find_loose(lignes: list[dict]) -> str:
    """The first edition that the log does not hold, or that it holds and is gone, in one French sentence; else empty.

    Editions published before the log existed name no line: they come before the first one that does.
    """
    connues = {ligne["empreinte"]: ligne for ligne in lignes}
    ancrees, presentes = False, list_numeros()[1:]
    for numero in presentes:
        try:
            edition = load_edition(numero)
        except SpapserError as erreur:
            return f"L’édition {numero} ne peut pas être comparée au journal d’audit. {erreur}"
        ancrees = ancrees or bool(edition.publication.audit)
        faute = compare(edition, connues, ancrees)
        if faute:
            return faute
    return find_gone(lignes, set(presentes))


def find_gone(lignes: list[dict], presentes: set[int]) -> str:
    """The first edition that was announced, not withdrawn, and is not in the folder."""
    annoncees = {ligne["objet"]["edition"]: ligne["rang"] for ligne in lignes if ligne["acte"] in ACTES}
    retirees = {ligne["objet"]["edition"]: ligne["rang"] for ligne in lignes if ligne["acte"] == ABANDON}
    parties = [n for n, rang in annoncees.items() if n not in presentes and retirees.get(n, 0) < rang]
    if not parties:
        return ""
    return (f"L’édition {min(parties)} est inscrite au journal d’audit et absente du dossier : publication interrompue à cet "
            "instant, ou édition retirée ; comparer avec les sauvegardes.")


def compare(edition: Edition, connues: dict[str, dict], ancrees: bool) -> str:
    """Why the log does not hold this edition; empty when it does, or when it is older than the log."""
    ligne = connues.get(edition.publication.audit)
    if ligne is None:
        absente = f"L’édition {edition.numero} n’a pas sa ligne dans le journal d’audit : la fin en a été retirée."
        return absente if ancrees else ""
    if ligne["objet"].get("edition") != edition.numero or ligne["objet"].get("sceau") != seal_bare(edition):
        return f"L’édition {edition.numero} n’est pas celle que la ligne {ligne['rang']} du journal d’audit a inscrite."
    return ""


def seal_bare(edition: Edition) -> str:
    """The seal of an edition without the name of its line, which is known only afterwards."""
    return seal(describe(replace(edition, publication=replace(edition.publication, audit=""))))
