"""`modele`: the template of a dataset, to fill and deposit."""

import argparse
import sys
from pathlib import Path

from spapser.cli.jeux import read_jeu
from spapser.cli.sortie import SORTIE_STANDARD, print_json, write_new
from spapser.exports.modele import build_gabarit, write_csv, write_xlsx
from spapser.store import Base, load_edition


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("modele", help="écrit le modèle d’un jeu de données, à remplir puis à déposer")
    analyseur.add_argument("jeu", type=read_jeu, metavar="JEU", help="jeu de données")
    analyseur.add_argument("-o", "--sortie", type=Path, metavar="CHEMIN",
                           help="fichier à écrire, « - » pour la sortie standard (par défaut, modele-JEU-ANNEE.xlsx ici)")
    analyseur.add_argument("--csv", action="store_true", help="CSV au lieu de XLSX")
    analyseur.add_argument("--annee", type=int, metavar="AAAA", help="année à remplir (par défaut, la suivante)")
    analyseur.add_argument("--json", action="store_true", help="dit en JSON ce qui a été écrit")
    analyseur.set_defaults(commande=write_modele)


def write_modele(options: argparse.Namespace) -> None:
    """Write the template and say where; a file already there is never overwritten."""
    base = Base(load_edition())
    try:
        gabarit = build_gabarit(base, options.jeu, options.annee)
    finally:
        base.close()
    contenu = write_csv(gabarit) if options.csv else write_xlsx(gabarit)
    if options.sortie == SORTIE_STANDARD:
        sys.stdout.buffer.write(contenu)
        return
    chemin = options.sortie or Path(f"{gabarit.nom}.{'csv' if options.csv else 'xlsx'}")
    write_new(chemin, contenu)
    if options.json:
        print_json({"accepte": True, "fichier": str(chemin), "jeu": gabarit.jeu.nom, "annee": gabarit.annee,
                    "lignes": len(gabarit.lignes)})
    else:
        print(f"{chemin} écrit.")
