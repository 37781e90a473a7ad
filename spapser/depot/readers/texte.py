"""CSV as it really comes. Big regular files go straight through the database; any other is read record by record."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.coordonnees import load_macros
from spapser.depot.readers.brouillon import Brouillon, put_down, read_start, split_records
from spapser.depot.readers.cadrage import DEBUT, Cadre, frame
from spapser.depot.readers.encodage import guess_encoding, guess_quickly, iter_utf8
from spapser.depot.readers.rapide import read_fast
from spapser.depot.readers.separateur import guess_separator, read_directive
from spapser.depot.readers.tri import Tri
from spapser.depot.table import TableLue
from spapser.store import ORIGINAL, Atelier

VITE_DES = 1 << 21
APERCU = 1 << 16
BROUILLON, VIDES = "depot.csv", (b"\n\n", b"\n\r\n", b"\r\r")


def read_texte(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier, avancement: Avancement) -> TableLue:
    """A CSV file in the workshop. FichierIllisible when it is no text, is out of proportion or has no header."""
    avancement(0.05, "Lecture du texte")
    codage = guess_quickly(contenu) if len(contenu) > VITE_DES else ("", 0)
    table = read_regular(nom, contenu, codage, jeu, atelier) if codage[0] else None
    if table is None:
        avancement(0.3, "Lecture ligne à ligne")
        table = read_any(nom, contenu, jeu, atelier)
    (atelier.dossier / BROUILLON).unlink(missing_ok=True)
    return table


def read_regular(nom: str, contenu: bytes, codage: tuple[str, int], jeu: Jeu, atelier: Atelier) -> TableLue | None:
    """The table of a file whose lines all look alike; None for any other, or when its encoding is not the one supposed."""
    brouillon, morceaux = prepare_brouillon(contenu, codage, atelier)
    atelier.learn("depot/macros_blancs")
    with closing(atelier.beside()) as etabli, ThreadPoolExecutor(1) as fil:
        ecriture = fil.submit(put_down, brouillon, morceaux, atelier)
        fil.submit(load_macros, etabli)
        if not brouillon.octets:
            ecriture.result()
        separateur = find_separator(brouillon, jeu)
        tri = Tri(nom, frame(nom, list(islice(split_records(nom, brouillon, separateur), DEBUT)), jeu), jeu)
        lu = read_fast(brouillon, separateur, tri, atelier)
        ecriture.result()
    return None if lu is None else replace(build_table(nom, tri, lu[0], atelier), codes=lu[1])


def read_any(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier) -> TableLue:
    """The table of any text."""
    brouillon, morceaux = prepare_brouillon(contenu, guess_encoding(nom, contenu), atelier)
    put_down(brouillon, morceaux, atelier)
    enregistrements = split_records(nom, brouillon, find_separator(brouillon, jeu))
    premiers = list(islice(enregistrements, DEBUT))
    tri = Tri(nom, frame(nom, premiers, jeu), jeu)
    rangees = tri.keep_data(chain(premiers, enregistrements), irregulier=True)
    return build_table(nom, tri, atelier.create_text("lu", name_champs(tri.cadre), rangees), atelier)


def build_table(nom: str, tri: Tri, lignes: int, atelier: Atelier) -> TableLue:
    """What was read, once `lu` is filled."""
    tri.write_aside(atelier)
    cadre = tri.cadre
    return TableLue(nom, "CSV", "", atelier, cadre.colonnes, cadre.entete, lignes, (*cadre.remarques, *tri.list_remarks()))


def name_champs(cadre: Cadre) -> list[str]:
    """Names of the columns in the workshop."""
    return [colonne.champ for colonne in cadre.colonnes]


def prepare_brouillon(contenu: bytes, codage: tuple[str, int], atelier: Atelier) -> tuple[Brouillon, Iterable[bytes]]:
    """Where the text will be in the workshop, and its pieces: UTF-8 without the empty lines at its end, the file itself when
    it is that already."""
    tel_quel = codage[0] == "utf-8" and not contenu.startswith((b"\r", b"\n"), codage[1]) and not contenu.endswith(VIDES)
    if tel_quel:
        return Brouillon(atelier.dossier / ORIGINAL, contenu), ()
    return Brouillon(atelier.dossier / BROUILLON), iter_utf8(contenu, *codage)


def find_separator(brouillon: Brouillon, jeu: Jeu) -> str:
    """The separator that the first line gives (« sep=; »), which is then no row; else the likeliest one."""
    debut = read_start(brouillon, APERCU)
    directive = read_directive(debut)
    brouillon.directive = bool(directive)
    return directive or guess_separator(debut, jeu)
