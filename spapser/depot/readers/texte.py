"""CSV as it really comes. Big clean files go straight through the database; any other is read record by record."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.readers.cadrage import RECHERCHE, Cadre, Rangee, Tri, count_names, frame
from spapser.depot.readers.encodage import guess_encoding, to_utf8
from spapser.depot.table import TableLue
from spapser.errors import FichierIllisible, RequeteRefusee
from spapser.store import Atelier, read_sql

SEPARATEURS = ";,\t|"
DEBUT = 1 << 18
CELLULE_MAXIMUM = 1 << 20
VITE_DES = 1 << 21


def read_texte(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier, avancement: Avancement) -> TableLue:
    """A CSV file in the workshop. FichierIllisible when it is no text or has no header."""
    codage = guess_encoding(nom, contenu)
    avancement(0.1, "Lecture du texte")
    texte = to_utf8(contenu, codage)
    separateur = guess_separator(texte, jeu)
    debut = list(islice(split_records(nom, texte[:DEBUT], separateur, entier=len(texte) <= DEBUT), RECHERCHE * 5))
    cadre = frame(nom, debut, jeu)
    avancement(0.3, "Lecture des lignes")
    rapide = read_fast(texte, separateur, cadre, atelier) if len(texte) > VITE_DES else None
    if rapide is not None:
        lignes, remarques = rapide, ()
    else:
        tri, champs = Tri(nom, cadre, jeu), [colonne.champ for colonne in cadre.colonnes]
        lignes = atelier.create_text("lu", champs, tri.keep_data(split_records(nom, texte, separateur)))
        atelier.create_text("totaux", champs, tri.totaux)
        remarques = tuple(tri.anomalies)
    return TableLue(nom, "CSV", "", atelier, cadre.colonnes, cadre.entete, lignes, cadre.remarques + remarques)


def guess_separator(texte: bytes, jeu: Jeu) -> str:
    """The separator under which a row names most columns of the dataset; else the one that cuts rows most regularly."""
    lignes = [ligne for ligne in texte[:DEBUT].decode("utf-8", "replace").splitlines()[:60] if ligne.strip()]

    def worth(separateur: str) -> tuple[int, int, int]:
        noms = max((count_names(cellules, jeu) for cellules in csv.reader(lignes[:RECHERCHE], delimiter=separateur)), default=0)
        nombres = [strip_quoted(ligne).count(separateur) for ligne in lignes]
        courant = max(set(nombres), key=nombres.count, default=0)
        return (noms if noms > 1 else 0, nombres.count(courant) * courant, courant)

    return max(SEPARATEURS, key=worth)


def strip_quoted(ligne: str) -> str:
    """A line without what it quotes."""
    return "".join(morceau for rang, morceau in enumerate(ligne.split('"')) if rang % 2 == 0)


def split_records(nom: str, texte: bytes, separateur: str, entier: bool = True) -> Iterator[Rangee]:
    """Records with the row number that a spreadsheet gives them; a quoted line break does not add one."""
    csv.field_size_limit(CELLULE_MAXIMUM)
    flux = io.TextIOWrapper(io.BytesIO(texte), "utf-8", "replace", newline="")
    try:
        yield from enumerate(csv.reader(flux, delimiter=separateur), 1)
    except csv.Error:
        if entier:
            raise FichierIllisible(f"Le fichier « {nom} » a une cellule de plus d’un million de caractères, sans doute un "
                                   "guillemet qui ne se referme pas : le fermer, puis déposer de nouveau le fichier.") from None


def read_fast(texte: bytes, separateur: str, cadre: Cadre, atelier: Atelier) -> int | None:
    """Rows read by the database, or None when the file is not regular enough for its row numbers to be sure."""
    corps = texte.rstrip()
    if b"\n\n" in corps or b"\n\r\n" in corps or (b"\r" in corps and b"\r\n" not in corps[:DEBUT]):
        return None
    largeur = len(next(csv.reader([skip_lines(corps, cadre.entete - 1)], delimiter=separateur), ()))
    colonnes = ", ".join(f"'c{rang}': 'varchar'" for rang in range(1, largeur + 1))
    gardees = [colonne.champ for colonne in cadre.colonnes]
    if max(cadre.places) >= largeur:
        return None
    chemin = atelier.write_file("depot.csv", corps)
    liste, vide = ", ".join(gardees), " and ".join(f"{champ} is null" for champ in gardees)
    try:
        atelier.execute(read_sql("depot/lecture_csv").format(colonnes=colonnes, gardees=liste),
                        [str(chemin), separateur, cadre.entete])
        if has_total(atelier, gardees):
            return None
        atelier.execute(f"delete from enregistrements where {vide}")
        atelier.execute(read_sql("depot/lignes_csv").format(gardees=liste, entete=cadre.entete))
        atelier.execute("create or replace table totaux as select * from lu limit 0")
        return atelier.query("select count(*) from lu")[0][0]
    except RequeteRefusee:
        return None
    finally:
        chemin.unlink(missing_ok=True)


def has_total(atelier: Atelier, champs: list[str]) -> bool:
    """True when the last rows may hold totals: telling them apart is the work of the record by record reading."""
    premiere = f"coalesce({', '.join(champs)})"
    return bool(atelier.query(f"select 1 from enregistrements where {premiere} ilike '%total%' "
                              "and rowid > (select max(rowid) - 1000 from enregistrements) limit 1"))


def skip_lines(texte: bytes, nombre: int) -> str:
    """The line that comes after so many others."""
    place = 0
    for _ in range(nombre):
        place = texte.find(b"\n", place) + 1
    fin = texte.find(b"\n", place)
    return texte[place : fin if fin >= 0 else None].decode("utf-8", "replace").rstrip("\r")
