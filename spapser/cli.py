"""`python -m spapser …`: the same functions without a browser."""

import argparse
import sys
from pathlib import Path

from spapser.catalogue import load_catalogue
from spapser.depot import verify_shipped
from spapser.errors import CodeInconnu, SpapserError
from spapser.exports.commande import add_commande
from spapser.exports.dictionnaire import write_dictionnaire, write_indicateurs
from spapser.exports.resultats import list_resultats, write_csv, write_json
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi
from spapser.typographie import MANQUANT, format_quantite

DOCS = Path(__file__).parents[1] / "docs"
LARGEURS = (46, 26, 20, 8, 32)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 with one French sentence on the error output otherwise."""
    options = build_parser().parse_args(arguments)
    try:
        options.commande(options)
    except SpapserError as erreur:
        print(erreur, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    analyseur = argparse.ArgumentParser(prog="python -m spapser", description="Suivi du SPAPSER en ligne de commande.")
    commandes = analyseur.add_subparsers(required=True, metavar="commande")
    indicateurs = commandes.add_parser("indicateurs", help="affiche tous les résultats d’une année")
    indicateurs.add_argument("--annee", type=int, help="année (par défaut, la dernière connue)")
    sortie = indicateurs.add_mutually_exclusive_group()
    sortie.add_argument("--json", action="store_true", help="sortie JSON")
    sortie.add_argument("--csv", action="store_true", help="sortie CSV")
    indicateurs.set_defaults(commande=print_indicateurs)
    verifier = commandes.add_parser("verifier", help="contrôle le catalogue et les données livrées")
    verifier.set_defaults(commande=lambda options: (verify_shipped(), print("Catalogue et données sont conformes.")))
    documenter = commandes.add_parser("documenter", help="écrit docs/indicateurs.md et docs/dictionnaire.md")
    documenter.set_defaults(commande=write_docs)
    add_commande(commandes, load_edition)
    return analyseur


def open_suivi() -> Suivi:
    """The reading of edition 0, its files checked first."""
    verify_shipped()
    return load_suivi(Base(load_edition()), load_catalogue())


def print_indicateurs(options: argparse.Namespace) -> None:
    """Print every result of a year as text, JSON or CSV."""
    suivi = open_suivi()
    annee = suivi.annees[-1] if options.annee is None else options.annee
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
    lignes = [write_ligne((f"Indicateur ({annee})", "Réalisé", "Cible", "Taux", "Statut"), "Origine et lignes du bilan")]
    for r in resultats:
        decimales = suivi.catalogue.indicateur(r["indicateur"]).decimales
        libelle = f"  {r['modalite']}" if r["modalite"] else r["libelle"]
        cible = format_quantite(r["cible"], r["unite"], decimales) if r["cible"] is not None else ""
        taux = format_quantite(r["taux"] * 100, "%", 0) if r["taux"] is not None else ""
        origine = f"{r['origine']} {' '.join(str(n) for n in r['lignes'])}" if r["origine"] else MANQUANT
        valeur = format_quantite(r["valeur"], r["unite"], decimales)
        lignes.append(write_ligne((libelle, valeur, cible, taux, r["statut"]), origine))
    return "\n".join(lignes)


def write_ligne(cellules: tuple[str, ...], fin: str) -> str:
    """Cells cut or padded to their width."""
    pleines = (f"{c[:largeur - 1] + '…' if len(c) > largeur else c:<{largeur}}"
               for c, largeur in zip(cellules, LARGEURS, strict=True))
    return f"{'  '.join(pleines)}  {fin}"


def write_docs(options: argparse.Namespace) -> None:
    """Write the generated documentation from the catalogue."""
    catalogue = load_catalogue()
    for nom, texte in (("indicateurs", write_indicateurs(catalogue)), ("dictionnaire", write_dictionnaire(catalogue))):
        (DOCS / f"{nom}.md").write_text(texte, encoding="utf-8")
        print(f"docs/{nom}.md écrit")
