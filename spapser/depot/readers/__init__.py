"""From a file to a table of text, whatever the file is. One module per family of formats."""

from collections.abc import Callable

from spapser.catalogue import Jeu
from spapser.depot.agec import widen
from spapser.depot.avancement import Avancement, silence
from spapser.depot.personnelles import refuse_personal_data
from spapser.depot.readers import decp
from spapser.depot.readers.classeur import list_feuilles_classeur, read_classeur
from spapser.depot.readers.nature import ACCEPTES, recognise
from spapser.depot.readers.parquet import read_parquet
from spapser.depot.readers.texte import read_texte
from spapser.depot.table import TableLue
from spapser.errors import FichierIllisible
from spapser.store import Atelier

CLASSEURS = ("XLSX", "XLS", "ODS")
PART_DES_COLONNES = 3  # those of a CSV, kept beside the database but for DECP, rarely weigh more than a third of it


def list_feuilles(nom: str, contenu: bytes) -> tuple[str, ...]:
    """Sheets one may choose from; empty for a file without sheets. FichierIllisible in one sentence."""
    if decp.find_structure(contenu):
        return ()  # whether the dataset takes such a file is said when it is read
    format = recognise(nom, contenu)
    return list_feuilles_classeur(nom, contenu, format) if format in CLASSEURS else ()


def read_file(nom: str, contenu: bytes, jeu: Jeu, feuille: str = "", avancement: Avancement = silence,
              acheteur: str = "", refuse: Callable[[TableLue, Jeu], None] = refuse_personal_data) -> TableLue:
    """The table of a file, in a workshop of its own, closed on FichierIllisible or DonneesPersonnelles; `refuse` looks last.

    `acheteur` is the SIREN whose contracts are kept from essential procurement data, empty for everybody's.
    """
    genre, jeu = find_genre(nom, contenu, jeu), widen(jeu)
    format = genre or recognise(nom, contenu)
    atelier = Atelier(0 if jeu.nom == decp.JEU or format != "CSV" else len(contenu) // PART_DES_COLONNES)
    try:
        if genre:
            return decp.read_structure(nom, contenu, genre, acheteur, atelier, avancement)
        table = read_format(format, nom, contenu, jeu, feuille, atelier, avancement)
        if not table.lignes:
            raise FichierIllisible(f"Le fichier « {nom} » n’a que son en-tête : y ajouter des lignes, puis le déposer.")
        if jeu.nom == decp.JEU and (regroupee := decp.regroup(table, jeu, acheteur, avancement)):
            return regroupee
        avancement(0.9, "Recherche de données personnelles")
        refuse(table, jeu)
        avancement(1.0, "Fichier lu")
        return table
    except BaseException:
        atelier.close()
        raise


def find_genre(nom: str, contenu: bytes, jeu: Jeu) -> str:
    """« JSON » or « XML » for essential procurement data, empty for a table; FichierIllisible where only a table is wanted."""
    genre = decp.find_structure(contenu)
    if genre and jeu.nom != decp.JEU:
        raise FichierIllisible(f"Le fichier « {nom} » est un fichier {genre}, pas un tableau : s’il contient des données "
                               f"essentielles (DECP), choisir le jeu « Contrats », sinon déposer un fichier {ACCEPTES}.")
    return genre


def read_format(format: str, nom: str, contenu: bytes, jeu: Jeu, feuille: str, atelier: Atelier, avancement: Avancement
                ) -> TableLue:
    """Hand the file to the reader of its format."""
    if format in CLASSEURS:
        return read_classeur(nom, contenu, format, jeu, feuille, atelier, avancement)
    lire = read_parquet if format == "Parquet" else read_texte
    return lire(nom, contenu, jeu, atelier, avancement)
