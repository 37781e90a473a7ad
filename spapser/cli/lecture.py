"""A file read and judged against the last edition, whatever the command does of it afterwards."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from spapser.catalogue import load_catalogue
from spapser.cli.jeux import find_acheteur, find_choix, read_contenu
from spapser.cli.progression import Barre
from spapser.depot.parcours import Demande, Examen, examine, reconsider
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
            if options.colonne:
                choix = find_choix(options.colonne, examen.table, load_catalogue().jeu(options.jeu))
                examen = reconsider(examen, replace(demande, choix=choix), base, barre)
            yield examen, base, barre
        finally:
            examen.close()
    finally:
        barre.clear()
        base.close()
