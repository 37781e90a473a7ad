"""`annuler`: undo a publication by a new edition."""

import argparse

from spapser.acces import operator
from spapser.cli.constats import describe_apercu, print_effets
from spapser.cli.jeux import declare_signature
from spapser.cli.sortie import print_json
from spapser.depot.annulation import preview_undo, undo
from spapser.store import Base, load_edition


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("annuler", help="annule une édition par une nouvelle édition")
    analyseur.add_argument("numero", type=int, metavar="N", help="numéro de l’édition à annuler")
    declare_signature(analyseur)
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=cancel)


def cancel(options: argparse.Namespace) -> None:
    """Undo, then say which edition it made and what moved."""
    base = Base(load_edition())
    try:
        apercu = preview_undo(options.numero, base)
        edition = undo(apercu, operator(options.auteur), options.motif)
    finally:
        base.close()
    if options.json:
        print_json({"accepte": True, "edition": edition.numero, "date": edition.date, "effet": describe_apercu(apercu)})
        return
    print(apercu.phrase)
    print_effets(apercu)
    print(f"Publié : {edition.libelle}, qui annule l’édition {options.numero}.")
