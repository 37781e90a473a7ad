"""`restaurer`: an archive of `sauvegarder` back into an empty folder, every file weighed, every figure counted again."""

import argparse
from pathlib import Path

import spapser
from spapser.cli.sauvegarder import describe_sommaire
from spapser.cli.sortie import print_json
from spapser.store import restore_archive


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("restaurer", help="rétablit une sauvegarde dans un dossier vide, et la vérifie")
    analyseur.add_argument("archive", type=Path, metavar="ARCHIVE", help="archive écrite par « sauvegarder »")
    analyseur.add_argument("--vers", type=Path, required=True, metavar="DOSSIER", help="dossier vide ou à créer")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=bring_back)


def bring_back(options: argparse.Namespace) -> None:
    """Restore, then say how to serve the folder."""
    sommaire = restore_archive(options.archive, options.vers.absolute(), spapser.__version__)
    if options.json:
        print_json({"accepte": True, "dossier": str(options.vers)} | describe_sommaire(sommaire))
        return
    jugement = f"{len(sommaire.chiffres)} valeurs recomptées, identiques"
    if sommaire.version != spapser.__version__:
        jugement = f"chiffres non comparés, la sauvegarde vient de la version {sommaire.version}"
    print(f"Restauré dans « {options.vers} » : édition {sommaire.edition} du {sommaire.date[:10]}, {len(sommaire.fichiers)} "
          f"fichiers vérifiés, {jugement}.")
    print(f"Pour servir ce dossier : SPAPSER_DEPOT={options.vers}")
