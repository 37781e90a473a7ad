"""`verifier`: what ships is whole; or a file, read and judged without publishing anything."""

import argparse
from pathlib import Path

from spapser.cli.constats import describe_examen, print_examen
from spapser.cli.jeux import declare_fichier
from spapser.cli.lecture import open_examen
from spapser.cli.sortie import print_json, write_new
from spapser.depot import verify_shipped
from spapser.depot.apercu import preview
from spapser.exports.annotee import annotate


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("verifier", help="contrôle le produit livré, ou un fichier sans le publier")
    declare_fichier(analyseur, obligatoire=False)
    analyseur.add_argument("--annotee", type=Path, metavar="CHEMIN",
                           help="écrit le fichier annoté, ses cellules à corriger en couleur, s’il y a quelque chose à en dire")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=verify, analyseur=analyseur)


def verify(options: argparse.Namespace) -> int:
    """Judge what ships when no file is given; 1 when the file is refused by the rules."""
    if options.fichier is None:
        return verify_product(options)
    if options.jeu is None:
        options.analyseur.error("the following arguments are required: --jeu")
    with open_examen(options) as (examen, base, barre):
        apercu = preview(examen, base, barre) if examen.rapport.accepte else None
        barre.clear()
        if options.json:
            print_json(describe_examen(examen, apercu))
        else:
            print_examen(examen, apercu)
        if options.annotee and examen.rapport.causes:
            write_new(options.annotee, annotate(examen.table, examen.correspondance, examen.rapport)[1]())
        return 0 if examen.rapport.accepte else 1


def verify_product(options: argparse.Namespace) -> int:
    """The catalogue, the queries and the data that ship."""
    verify_shipped()
    if options.json:
        print_json({"accepte": True})
    else:
        print("Catalogue et données sont conformes.")
    return 0
