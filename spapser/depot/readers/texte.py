"""CSV as it really comes. Big regular files go straight through the database; any other is read record by record."""

from itertools import chain, islice

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.readers.brouillon import Brouillon, read_start, split_records
from spapser.depot.readers.cadrage import DEBUT, frame
from spapser.depot.readers.encodage import guess_encoding, iter_utf8
from spapser.depot.readers.rapide import read_fast
from spapser.depot.readers.separateur import guess_separator, read_directive
from spapser.depot.readers.tri import Tri
from spapser.depot.table import TableLue
from spapser.store import Atelier

VITE_DES = 1 << 21
APERCU = 1 << 18


def read_texte(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier, avancement: Avancement) -> TableLue:
    """A CSV file in the workshop. FichierIllisible when it is no text, is out of proportion or has no header."""
    avancement(0.05, "Lecture du texte")
    brouillon = write_brouillon(nom, contenu, atelier)
    debut = read_start(brouillon, APERCU)
    directive = read_directive(debut)
    brouillon.directive = bool(directive)
    separateur = directive or guess_separator(debut, jeu)
    enregistrements = split_records(nom, brouillon, separateur)
    premiers = list(islice(enregistrements, DEBUT))
    cadre = frame(nom, premiers, jeu)
    avancement(0.2, "Lecture des lignes")
    tri = Tri(nom, cadre, jeu)
    lignes = read_fast(brouillon, separateur, tri, atelier) if len(contenu) > VITE_DES else None
    if lignes is None:
        tri = Tri(nom, cadre, jeu)
        rangees = tri.keep_data(chain(premiers, enregistrements), irregulier=True)
        lignes = atelier.create_text("lu", [colonne.champ for colonne in cadre.colonnes], rangees)
    tri.write_aside(atelier)
    brouillon.chemin.unlink(missing_ok=True)
    return TableLue(nom, "CSV", "", atelier, cadre.colonnes, cadre.entete, lignes, (*cadre.remarques, *tri.list_remarks()))


def write_brouillon(nom: str, contenu: bytes, atelier: Atelier) -> Brouillon:
    """The text in UTF-8 in the workshop, without the empty lines at its end."""
    codage, marque = guess_encoding(nom, contenu)
    brouillon = Brouillon(atelier.dossier / "depot.csv")
    atelier.write_pieces(brouillon.chemin.name, brouillon.observe(iter_utf8(contenu, codage, marque)))
    return brouillon
