"""`indicateurs`: every result of a year, as text, JSON or CSV."""

import argparse

from spapser.catalogue import load_catalogue
from spapser.depot import verify_shipped
from spapser.errors import CodeInconnu
from spapser.exports.resultats import list_resultats, write_csv, write_json
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi
from spapser.typographie import MANQUANT, format_quantite

LARGEURS = (46, 26, 20, 8, 32)


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("indicateurs", help="affiche tous les résultats d’une année")
    analyseur.add_argument("--annee", type=int, metavar="AAAA", help="année (par défaut, la dernière connue)")
    analyseur.add_argument("--edition", type=int, metavar="N", help="édition (par défaut, la dernière publiée)")
    sortie = analyseur.add_mutually_exclusive_group()
    sortie.add_argument("--json", action="store_true", help="sortie JSON")
    sortie.add_argument("--csv", action="store_true", help="sortie CSV")
    analyseur.set_defaults(commande=print_indicateurs)


def open_suivi(numero: int | None) -> Suivi:
    """The reading of an edition, what ships being checked first."""
    verify_shipped()
    return load_suivi(Base(load_edition(numero)), load_catalogue())


def print_indicateurs(options: argparse.Namespace) -> None:
    """Print every result of a year as text, JSON or CSV."""
    suivi = open_suivi(options.edition)
    annee = suivi.derniere if options.annee is None else options.annee
    if annee not in suivi.annees:
        connues = ", ".join(str(an) for an in suivi.annees)
        raise CodeInconnu(f"L’année {annee} n’a pas de donnée : choisir parmi {connues}.")
    resultats = list_resultats(suivi, annee)
    if options.json:
        print(write_json(resultats))
    elif options.csv:
        print(write_csv(resultats), end="")
    else:
        print(write_texte(resultats, suivi, annee))


def write_texte(resultats: list[dict], suivi: Suivi, annee: int) -> str:
    """Aligned columns for a terminal."""
    lignes = [write_ligne((f"Indicateur ({annee})", "Réalisé", "Cible", "Taux", "Statut"), "Origine et source")]
    for r in resultats:
        decimales = suivi.catalogue.indicateur(r["indicateur"]).decimales
        libelle = f"  {r['modalite']}" if r["modalite"] else r["libelle"]
        cible = format_quantite(r["cible"], r["unite"], decimales) if r["cible"] is not None else ""
        taux = format_quantite(r["taux"] * 100, "%", 0) if r["taux"] is not None else ""
        source = f"l. {' '.join(str(n) for n in r['lignes'])}" if r["lignes"] else r["document"]
        origine = f"{r['origine']} {source}" if r["origine"] else MANQUANT
        valeur = r["secret"] or format_quantite(r["valeur"], r["unite"], decimales)
        lignes.append(write_ligne((libelle, valeur, cible, taux, r["statut"]), origine))
    return "\n".join([*lignes, "", f"Source : bilan (numéros de ligne) et fichiers déposés. Édition {suivi.edition}."])


def write_ligne(cellules: tuple[str, ...], fin: str) -> str:
    """Cells cut or padded to their width."""
    pleines = (f"{c[:largeur - 1] + '…' if len(c) > largeur else c:<{largeur}}"
               for c, largeur in zip(cellules, LARGEURS, strict=True))
    return f"{'  '.join(pleines)}  {fin}"
