"""`sauvegarder`: the whole folder of editions in one archive, while the server runs."""

import argparse
from datetime import datetime
from pathlib import Path

import spapser
from spapser.cli.sortie import print_json
from spapser.store import Sommaire, depot_folder, write_archive


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("sauvegarder", help="copie toutes les éditions dans une archive, service en marche ou non")
    analyseur.add_argument("destination", type=Path, metavar="DEST",
                           help="archive à créer, ou dossier existant où la nommer par la date")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=save)


def save(options: argparse.Namespace) -> None:
    """Write the archive, then say what it holds and what was already damaged."""
    maintenant = datetime.now().astimezone()
    archive = options.destination
    if archive.is_dir():
        archive = archive / f"spapser-{maintenant:%Y%m%d-%H%M%S}.tar.gz"
    sommaire = write_archive(depot_folder(), archive.absolute(), spapser.__version__, maintenant.isoformat(timespec="seconds"))
    if options.json:
        print_json({"accepte": True, "archive": str(archive)} | describe_sommaire(sommaire))
        return
    for faute in sommaire.fautes:
        print(f"Attention : {faute}")
    print(f"Sauvegardé dans « {archive} » : édition {sommaire.edition}, {len(sommaire.fichiers)} fichiers.")


def describe_sommaire(sommaire: Sommaire) -> dict:
    """What an archive holds, for programs."""
    return {"edition": sommaire.edition, "fichiers": len(sommaire.fichiers), "chiffres": len(sommaire.chiffres),
            "version": sommaire.version, "date": sommaire.date, "fautes": list(sommaire.fautes)}
