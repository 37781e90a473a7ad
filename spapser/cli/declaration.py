"""`declaration`: the national AGEC declaration of a year, written from what is published."""

import argparse
import sys
from pathlib import Path

from spapser.catalogue.declaration import load_agec
from spapser.cli.sortie import SORTIE_STANDARD, print_json, write_new
from spapser.exports.agec import write_declaration
from spapser.store import Base, load_edition


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("declaration", help="écrit la déclaration AGEC d’une année, au schéma national")
    analyseur.add_argument("--annee", type=int, required=True, metavar="AAAA", help="année déclarée")
    analyseur.add_argument("-o", "--sortie", type=Path, metavar="CHEMIN",
                           help="fichier à écrire, « - » pour la sortie standard (par défaut, declaration-agec-ANNEE.csv ici)")
    analyseur.add_argument("--json", action="store_true", help="dit en JSON ce qui a été écrit")
    analyseur.set_defaults(commande=write_agec)


def write_agec(options: argparse.Namespace) -> None:
    """Write the declaration and say where; DonneesInvalides names the amounts that are missing."""
    declaration, base = load_agec(), Base(load_edition())
    try:
        contenu = write_declaration(base.rows(declaration.jeu), options.annee, declaration)
    finally:
        base.close()
    if options.sortie == SORTIE_STANDARD:
        sys.stdout.buffer.write(contenu)
        return
    chemin = options.sortie or Path(f"declaration-agec-{options.annee}.csv")
    write_new(chemin, contenu)
    print_json({"accepte": True, "fichier": str(chemin)}) if options.json else print(f"{chemin} écrit.")
