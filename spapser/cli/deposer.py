"""`deposer`: read, judge and publish a file."""

import argparse
import sys

from spapser.acces import operator
from spapser.cli.constats import describe_examen, print_examen
from spapser.cli.jeux import declare_fichier, declare_signature
from spapser.cli.lecture import open_examen
from spapser.cli.sortie import print_json
from spapser.depot.apercu import preview
from spapser.depot.parcours import Examen, publish_examen

REFUS_AVERTISSEMENTS = ("Rien n’a été publié : le fichier a des avertissements ; les relire, puis corriger le fichier ou ajouter "
                        "« --accepter-avertissements ».")

INCHANGE = "Rien n’a été publié : le fichier ne change ni ligne ni chiffre."


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("deposer", help="publie un fichier dans une nouvelle édition")
    declare_fichier(analyseur, obligatoire=True)
    declare_signature(analyseur)
    analyseur.add_argument("--accepter-avertissements", action="store_true",
                           help="publie malgré les avertissements, que le journal garde")
    analyseur.add_argument("--si-change", action="store_true",
                           help="ne publie rien, avec le statut 0, quand le fichier ne change ni ligne ni chiffre")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=deposit)


def deposit(options: argparse.Namespace) -> int:
    """Publish the file when it is accepted; 1 when the rules, or the publication itself, refuse it."""
    with open_examen(options) as (examen, base, barre):
        apercu = preview(examen, base, barre) if examen.rapport.accepte else None
        barre.clear()
        if not options.json:
            print_examen(examen, apercu)
        bilan = describe_examen(examen, apercu)
        if options.si_change and apercu and not apercu.change:
            return conclude(options, bilan, INCHANGE, 0)
        if raison := why_not(examen, options.accepter_avertissements):
            return conclude(options, bilan, raison, 1)
        cles = [cause.cle for cause in examen.rapport.avertissements]
        edition = publish_examen(examen, apercu, operator(options.auteur), options.motif, cles)
        if options.json:
            print_json(bilan | {"publie": True, "edition": edition.numero, "date": edition.date})
        else:
            print(f"Publié : {edition.libelle}.")
    return 0


def why_not(examen: Examen, indulgent: bool) -> str:
    """What stops the publication: the rules, or warnings that nobody accepted; empty when nothing does."""
    if not examen.rapport.accepte:
        return f"Rien n’a été publié : {examen.rapport.phrase}."
    return REFUS_AVERTISSEMENTS if examen.rapport.avertissements and not indulgent else ""


def conclude(options: argparse.Namespace, bilan: dict, raison: str, statut: int) -> int:
    """Say that nothing was published and why: in the JSON, and on the error output when the report above does not say it."""
    if options.json:
        print_json(bilan | {"publie": False, "raison": raison, "edition": None})
    if bilan["accepte"]:
        print(raison, file=sys.stderr if statut or options.json else sys.stdout)
    return statut
