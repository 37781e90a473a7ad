"""A file read and judged against the last edition, whatever the command does of it afterwards."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from spapser.cli.jeux import find_acheteur, read_contenu
from spapser.cli.progression import Barre
from spapser.depot.parcours import Demande, Examen, examine
from spapser.store import Base, load_edition


@contextmanager
def open_examen(options: argparse.Namespace) -> Iterator[tuple[Examen, Base, Barre]]:
    """The examination, the base it was made against, and the progress bar; all closed at the end."""
    demande = Demande(options.jeu, options.fichier.name, read_contenu(options.fichier), tuple(options.annee), options.feuille,
                      acheteur=find_acheteur(options.acheteur))
    barre, base = Barre(), Base(load_edition())
    try:
        examen = examine(demande, base, barre)
        try:
            yield examen, base, barre
        finally:
            examen.close()
    finally:
        barre.clear()
        base.close()
