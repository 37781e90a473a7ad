"""The door of the command line: one command, one French sentence when it fails, one status for scheduled imports."""

import json
import sys

from spapser.cli import (
    annuler,
    audit,
    compte,
    declaration,
    deposer,
    documenter,
    editions,
    exporter,
    indicateurs,
    modele,
    restaurer,
    sauvegarder,
    verifier,
)
from spapser.cli.analyseur import Analyseur
from spapser.errors import FichierIllisible, SpapserError
from spapser.typographie import INSECABLE

ACCEPTE, REFUSE, ILLISIBLE, INTERROMPU = 0, 1, 2, 130
COMMANDES = (indicateurs, verifier, deposer, editions, annuler, modele, declaration, exporter, sauvegarder, restaurer, compte,
             audit, documenter)
STATUTS = ("Le statut de sortie est 0 quand tout va bien, 1 quand une règle ou une publication refuse, 2 quand le fichier ou la "
           "commande est illisible.")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its status: 0 accepted, 1 refused, 2 unreadable (a command that cannot be parsed exits with 2)."""
    options = None
    try:
        options = build_parser().parse_args(arguments)
        return options.commande(options) or ACCEPTE
    except SpapserError as erreur:
        print(erreur, file=sys.stderr)
        if getattr(options, "json", False):
            print(json.dumps({"accepte": False, "erreur": str(erreur)}, ensure_ascii=False, indent=2))
        return ILLISIBLE if isinstance(erreur, FichierIllisible) else REFUSE
    except BrokenPipeError:
        sys.stderr.close()
        return ACCEPTE
    except KeyboardInterrupt:
        print("Interrompu : rien n’a été publié.", file=sys.stderr)
        return INTERROMPU


def build_parser() -> Analyseur:
    """The commands and their options, each declared by its own file."""
    analyseur = Analyseur(prog="python -m spapser", description="Suivi du SPAPSER en ligne de commande.", epilog=STATUTS)
    commandes = analyseur.add_subparsers(required=True, metavar="commande", title=f"commandes{INSECABLE}", dest="nom_commande")
    for module in COMMANDES:
        module.declare(commandes)
    return analyseur
