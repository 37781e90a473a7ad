"""What the examination of a file found, for a reader or for a program."""

from dataclasses import asdict

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.apercu import Apercu
from spapser.depot.nommage import read_title
from spapser.depot.parcours import Examen
from spapser.depot.rapport import Anomalie, Cause
from spapser.store import Effet
from spapser.typographie import enumere, format_quantite


def print_examen(examen: Examen, apercu: Apercu | None) -> None:
    """The file, what was already published, each cause with its first cells, the verdict, then the effect."""
    rapport, jeu = examen.rapport, load_catalogue().jeu(examen.rapport.jeu)
    print(describe_file(examen))
    if examen.deja:
        print(examen.deja)
    for remarque in examen.table.remarques:
        if not remarque.bloquante:
            print(f"Remarque : {remarque.phrase}")
    for cause in (*rapport.bloquantes, *rapport.avertissements):
        print(f"\n{describe_cause(cause, jeu)}")
        for anomalie in cause.premieres:
            print(f"    {describe_place(anomalie)}")
        if cause.nombre > len(cause.premieres):
            print(f"    … et {format_quantite(cause.nombre - len(cause.premieres), 'autres cellules', 0)}")
    print(f"\n{describe_verdict(examen)}")
    if apercu:
        print(apercu.phrase)
        print_effets(apercu)


def describe_file(examen: Examen) -> str:
    """« heures.xlsx, feuille « 2025 » : 13 lignes pour 2025. »"""
    feuille = f", feuille « {examen.table.feuille} »" if examen.table.feuille else ""
    annees = f" pour {enumere([str(annee) for annee in examen.rapport.annees])}" if examen.rapport.annees else ""
    return f"{examen.table.fichier}{feuille} : {format_quantite(examen.rapport.lignes, 'lignes', 0)}{annees}."


def describe_cause(cause: Cause, jeu: Jeu) -> str:
    """« Bloquant, colonne « Valeur », 2 fois : … ; … »."""
    gravite = "Bloquant" if cause.bloquante else "Avertissement"
    colonne = f", colonne « {read_title(cause.colonne, jeu)} »" if cause.colonne else ""
    fois = f", {format_quantite(cause.nombre, 'fois', 0)}" if cause.nombre > 1 else ""
    return f"{gravite}{colonne}{fois} : {cause.message} ; {cause.remede}."


def describe_place(anomalie: Anomalie) -> str:
    """« ligne 4, cellule D4, « abc » »."""
    morceaux = [f"ligne {anomalie.ligne}"] if anomalie.ligne is not None else ["tout le fichier"]
    morceaux += [f"cellule {anomalie.cellule}"] if anomalie.cellule else []
    morceaux += [f"« {anomalie.valeur} »"] if anomalie.valeur else []
    return ", ".join(morceaux)


def describe_verdict(examen: Examen) -> str:
    """The file may be published, or how many causes stop it."""
    if examen.rapport.accepte:
        a_cocher = len(examen.rapport.avertissements)
        return f"Fichier accepté, avec {format_quantite(a_cocher, 'avertissements', 0)}." if a_cocher else "Fichier accepté."
    return f"Fichier refusé : {format_quantite(len(examen.rapport.bloquantes), 'causes bloquantes', 0)}."


def print_effets(apercu: Apercu) -> None:
    """Each figure or status that moves, before and after."""
    for effet in apercu.effets:
        print(f"    {describe_effet(effet)}")


def describe_effet(effet: Effet) -> str:
    """« Heures d’insertion réalisées, 2025 : n.d. → 18 975 heures · atteint »."""
    libelle = f"{effet.libelle} ({effet.modalite})" if effet.modalite else effet.libelle
    avant, apres = (" · ".join(mot for mot in mots if mot) for mots in
                    ((effet.avant, effet.statut_avant), (effet.apres, effet.statut_apres)))
    return f"{libelle}, {effet.annee} : {avant} → {apres}"


def describe_examen(examen: Examen, apercu: Apercu | None) -> dict:
    """The examination as plain values: what a scheduled import reads."""
    rapport, table = examen.rapport, examen.table
    return {"accepte": rapport.accepte, "jeu": rapport.jeu, "fichier": table.fichier, "format": table.format,
            "feuille": table.feuille, "lignes": rapport.lignes, "annees": list(rapport.annees), "deja": examen.deja,
            "remarques": [remarque.phrase for remarque in table.remarques],
            "causes": [asdict(cause) for cause in (*rapport.bloquantes, *rapport.avertissements)],
            "effet": describe_apercu(apercu) if apercu else None}


def describe_apercu(apercu: Apercu) -> dict:
    """Rows and figures that move, as plain values."""
    return {"phrase": apercu.phrase, "changements": [asdict(c) for c in apercu.changements],
            "effets": [asdict(e) for e in apercu.effets]}
