"""Essential data describe contracts: fields about people are refused, e-mails and phones written in an object are hidden."""

from collections.abc import Collection

from spapser.depot.cellule import quote
from spapser.depot.coordonnees import load_macros
from spapser.depot.rapport import Lieu
from spapser.depot.table import TableLue
from spapser.depot.titres_personnels import find_reason
from spapser.errors import DonneesPersonnelles
from spapser.store import read_sql
from spapser.typographie import enumere, format_quantite

CACHE = "[coordonnées retirées]"


def refuse_personal_fields(nom: str, champs: Collection[str]) -> None:
    """DonneesPersonnelles names the fields that are about people."""
    trouves = [f"« {quote(champ, 40)} » ({raison})" for champ in sorted(champs) if (raison := find_reason(champ))]
    if trouves:
        raise DonneesPersonnelles(f"Le fichier « {nom} » contient des données personnelles et n’a pas été gardé : "
                                  f"{enumere(trouves[:5])}. Retirer {'ces champs' if len(trouves) > 1 else 'ce champ'}, puis "
                                  "déposer de nouveau le fichier.")


def hide_coordinates(table: TableLue) -> TableLue:
    """The same table, an object that holds an e-mail or a phone being hidden from there on; a remark says how many."""
    atelier = table.atelier
    load_macros(atelier)
    objet = next(colonne.champ for colonne in table.colonnes if colonne.titre == "objet")
    atelier.execute(read_sql("depot/decp_coordonnees").format(objet=objet), [CACHE])
    caches = atelier.query(f"select count(*) from lu where contains({objet}, ?)", [CACHE])[0][0]
    if not caches:
        return table
    message = f"{format_quantite(caches, 'objets', 0)} : un courriel ou un téléphone y était écrit, il n’est pas gardé"
    return table.remark(Lieu(table.fichier, None, "objet").report("coordonnees", message, "rien à faire", False))
