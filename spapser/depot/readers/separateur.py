"""Which character separates the cells of a text file."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

from spapser.catalogue import Jeu
from spapser.depot.readers.cadrage import RECHERCHE, count_names

SEPARATEURS = ";,\t|"
DIRECTIVE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


def read_directive(debut: str) -> str:
    """The separator that a first line « sep=; » gives, a line that spreadsheets do not show; empty without it."""
    trouvee = DIRECTIVE.match(debut)
    return trouvee[1] if trouvee and trouvee[1] in SEPARATEURS else ""


def guess_separator(debut: str, jeu: Jeu) -> str:
    """The separator under which a row names most columns of the dataset; else the one that cuts rows most regularly."""
    lignes = [ligne for ligne in debut.splitlines()[:60] if ligne.strip()]
    return max(SEPARATEURS, key=lambda separateur: weigh(separateur, lignes, jeu))


def weigh(separateur: str, lignes: Sequence[str], jeu: Jeu) -> tuple[int, int, int]:
    """Titles that it gives, cells of the rows that are cut alike, cells of such a row."""
    noms = max((count_names(cellules, jeu) for cellules in csv.reader(lignes[:RECHERCHE], delimiter=separateur)), default=0)
    (courant, fois), = Counter(strip_quoted(ligne).count(separateur) for ligne in lignes).most_common(1) or [(0, 0)]
    return noms if noms > 1 else 0, fois * courant, courant


def strip_quoted(ligne: str) -> str:
    """A line without what it quotes."""
    return "".join(ligne.split('"')[::2])
