"""Does a file look like another dataset than the one it was dropped for?"""

from spapser.catalogue import Catalogue, Jeu
from spapser.depot.correspondance import Correspondance
from spapser.depot.nommage import find_column
from spapser.depot.table import TableLue


def guess_jeu(table: TableLue, correspondance: Correspondance, catalogue: Catalogue) -> Jeu | None:
    """The dataset whose columns the header names best, all the required ones among them; None when the chosen one will do."""
    if not correspondance.manquantes:
        return None
    candidats = [(len(nommees), jeu) for jeu in catalogue.jeux if (nommees := list_nommees(table, jeu)) >= list_exigees(jeu)]
    reconnues, meilleur = max(candidats, key=lambda candidat: candidat[0], default=(0, None))
    return meilleur if reconnues > len(correspondance.par_colonne) else None


def list_nommees(table: TableLue, jeu: Jeu) -> set[str]:
    """Columns of a dataset that the header names."""
    return {trouvee.nom for colonne in table.colonnes if (trouvee := find_column(colonne.titre, jeu))}


def list_exigees(jeu: Jeu) -> set[str]:
    """Columns that a file must have; the year may be declared instead."""
    return {c.nom for c in jeu.colonnes if c.obligatoire and not c.defaut and c.nom != "annee"}
