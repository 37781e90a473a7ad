"""What a backup says of itself: its files, each with its SHA-256, and the figures that the restored folder must give back."""

import json
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

from spapser.errors import EditionIllisible
from spapser.store.base import Base
from spapser.store.edition import Edition
from spapser.store.empreinte import verify_parties
from spapser.store.manifeste import read_manifeste
from spapser.store.registre import SOCLE, list_numeros, manifeste_path
from spapser.store.requetes import read_sql

NOM = "sommaire.json"
FORMAT = "spapser-sauvegarde-1"
LIMITE = 64 * 2**20


@dataclass(frozen=True)
class Sommaire:
    """`fichiers`: path in the folder -> SHA-256; `chiffres`: « indicateur|année|… » -> value of the edition `edition`.

    `edition` is the last whole one; `fautes` are the sentences on those that were already damaged in the folder.
    """

    fichiers: dict[str, str]
    edition: int
    chiffres: dict[str, float | None]
    fautes: tuple[str, ...]
    version: str
    date: str
    format: str = FORMAT


def write_sommaire(sommaire: Sommaire) -> bytes:
    """The list as JSON."""
    return json.dumps(asdict(sommaire), ensure_ascii=False, indent=1).encode()


def read_sommaire(tar: tarfile.TarFile) -> Sommaire:
    """The list at the head of an archive; KeyError, TypeError or ValueError when it is not one."""
    premier = tar.next()
    if premier is None or premier.name != NOM or premier.size > LIMITE or not premier.isreg():
        raise ValueError(NOM)
    sommaire = Sommaire(**json.loads(tar.extractfile(premier).read()))
    if sommaire.format != FORMAT or not all(isinstance(v, str) for v in sommaire.fichiers.values()):
        raise ValueError(sommaire.format)
    return sommaire


def find_entiere(depot: Path) -> tuple[Edition, tuple[str, ...]]:
    """The last edition of a folder whose manifest, rows and originals are whole, and what is wrong with the later ones."""
    fautes: list[str] = []
    for numero in reversed(list_numeros(depot)[1:]):
        try:
            edition = read_manifeste(manifeste_path(numero, depot), depot)
            verify_parties(edition.parties, edition)
            return edition, tuple(fautes)
        except EditionIllisible as faute:
            fautes.append(str(faute))
    return Edition(0, SOCLE, "édition 0", depot), tuple(fautes)


def read_chiffres(edition: Edition) -> dict[str, float | None]:
    """Every figure of an edition, published and recomputed, by a key that tells it from all others."""
    base = Base(edition)
    try:
        lignes = base.query(read_sql("chiffres"))
    finally:
        base.close()
    cles = ("indicateur", "annee", "dimension", "modalite", "origine", "rang")
    return {"|".join([*(str(ligne[cle]) for cle in cles), nom]): ligne[nom]
            for ligne in lignes for nom in ("valeur", "numerateur", "denominateur")}
