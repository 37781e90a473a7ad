"""Rows typed on screen, made a table like that of a file, and searched for personal data like one."""

import csv
import io
from collections.abc import Mapping, Sequence

from spapser.catalogue import Jeu
from spapser.depot.personnelles import find_contents
from spapser.depot.table import ColonneLue, TableLue, name_letter
from spapser.errors import DonneesPersonnelles
from spapser.store import Atelier, Base
from spapser.typographie import enumere


def read_rows(nom: str, jeu: Jeu, lignes: Sequence[Mapping[str, str]]) -> TableLue:
    """Typed rows as a table read from a file: the first one is on line 2, under the titles of the columns.

    DonneesPersonnelles, the workshop being closed, when they hold personal data.
    """
    atelier = Atelier()
    colonnes = tuple(ColonneLue(f"c{rang}", colonne.nom, name_letter(rang)) for rang, colonne in enumerate(jeu.colonnes, 1))
    champs = [colonne.champ for colonne in colonnes]
    cellules = ((numero, *(ligne.get(c.nom) or None for c in jeu.colonnes)) for numero, ligne in enumerate(lignes, 2))
    nombre = atelier.create_text("lu", champs, cellules)
    atelier.create_text("totaux", champs, ())
    table = TableLue(nom, "Saisie", "", atelier, colonnes, 1, nombre, ())
    try:
        refuse_typed(table, jeu)
    except BaseException:
        atelier.close()
        raise
    return table


def refuse_typed(table: TableLue, jeu: Jeu) -> None:
    """DonneesPersonnelles names the columns of the grid and says why, without repeating what was typed."""
    titres = {colonne.nom: colonne.titre for colonne in jeu.colonnes}
    trouvees = [f"« {titres[colonne.titre]} » ({raison})" for colonne, raison in find_contents(table, jeu).items()]
    if trouvees:
        raise DonneesPersonnelles(f"La saisie contient des données personnelles et n’a pas été gardée : {enumere(trouvees)}. "
                                  "Les retirer, puis recommencer.")


def read_published(jeu: Jeu, annee: int, courante: Base) -> list[dict[str, str]]:
    """The rows of a year as the edition of `courante` has them, every column as text, empty when it has none."""
    noms = ", ".join(colonne.nom for colonne in jeu.colonnes)
    lignes = courante.query(f"select {noms} from brut.{jeu.nom} where annee = ?", [str(annee)])
    return [{nom: valeur or "" for nom, valeur in ligne.items()} for ligne in lignes]


def write_saisie(jeu: Jeu, lignes: Sequence[Mapping[str, str]]) -> bytes:
    """The typed rows as CSV, kept as the original of the publication."""
    flux = io.StringIO()
    ecrivain = csv.writer(flux, lineterminator="\r\n")
    ecrivain.writerow([colonne.nom for colonne in jeu.colonnes])
    ecrivain.writerows([ligne.get(colonne.nom) or "" for colonne in jeu.colonnes] for ligne in lignes)
    return flux.getvalue().encode("utf-8-sig")
