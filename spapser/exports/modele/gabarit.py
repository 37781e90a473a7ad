"""What a template holds before it is a file: columns, rows already written, and last year's rows to look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spapser.catalogue import Catalogue, Colonne, Jeu, load_catalogue
from spapser.exports.modele.codes import list_codes
from spapser.exports.modele.reprise import list_reprises
from spapser.store import Base

RAPPEL = 1000
CODES = ("indicateur", "objectif")
LIBELLE = Colonne("libelle", "Libellé (pour mémoire)", "string", "Ce que le code veut dire ; cette colonne n’est pas lue.")


@dataclass(frozen=True)
class Gabarit:
    """A template for one dataset and year. Rows are text by catalogue column, written as the data that ship are.

    `lignes` are the rows already written; `rappel` the rows of `annee_rappel` (0 when there is none), for memory.
    """

    jeu: Jeu
    annee: int
    catalogue: Catalogue
    lignes: tuple[Mapping[str, str], ...]
    rappel: tuple[Mapping[str, str], ...]
    annee_rappel: int

    @property
    def colonnes(self) -> tuple[Colonne, ...]:
        """From left to right: what the person must fill and what is already written, the label after its code, the rest."""
        reprises = {*self.jeu.reprend, "valeur"} if self.jeu.reprend else set()
        triees = sorted(self.jeu.colonnes, key=lambda c: c.nom not in reprises and (not c.obligatoire or bool(c.defaut)))
        return tuple(voisine for c in triees for voisine in ((c, LIBELLE) if c.reference in CODES else (c,)))

    @property
    def nom(self) -> str:
        """Name of the file, without extension: « modele-observations-2025 »."""
        return f"modele-{self.jeu.nom}-{self.annee}"


def build_gabarit(base: Base, nom: str, annee: int | None = None) -> Gabarit:
    """The template of a dataset for a year, by default the first one not filled yet. CodeInconnu for an unknown dataset."""
    catalogue = load_catalogue()
    jeu = catalogue.jeu(nom)
    # a landmark dated ahead fills no year
    reelle = " and nature is distinct from 'reference'" if nom == "cibles" else ""
    connues = sorted(ligne["annee"] for ligne in base.query(
        f"select distinct annee from {jeu.nom} where annee is not null{reelle}"))
    annee = find_next(base, connues) if annee is None else annee
    source = max((connue for connue in connues if connue <= annee), default=0)
    publiees = base.query(f"select * from brut.{jeu.nom} where annee = ?", [str(source)])
    rangees = [hide_secret(base, nom, {colonne: valeur or "" for colonne, valeur in ligne.items()}) for ligne in publiees]
    lignes = list_reprises(jeu, annee, rangees, catalogue)
    ecrites, rappel = (add_labels(jeu, groupe, catalogue) for groupe in (lignes, rangees[:RAPPEL]))
    return Gabarit(jeu, annee, catalogue, ecrites, rappel, source)


def hide_secret(base: Base, jeu: str, ligne: dict[str, str]) -> dict[str, str]:
    """A row of the data without the numbers that the statistical secrecy hides: a template is a public file."""
    return ligne | {c: "" for c in ("valeur", "numerateur", "denominateur", "note") if c in ligne} if base.masque.covers(
        jeu, ligne) else ligne


def add_labels(jeu: Jeu, lignes: Iterable[Mapping[str, str]], catalogue: Catalogue) -> tuple[dict[str, str], ...]:
    """The same rows, with the label of their code when they have one."""
    codees = [colonne for colonne in jeu.colonnes if colonne.reference in CODES]
    libelles = {code.code: code.libelle for colonne in codees for code in list_codes(colonne.reference, catalogue)}
    return tuple({**ligne, LIBELLE.nom: libelles.get(ligne[codees[0].nom], "")} if codees else dict(ligne) for ligne in lignes)


def find_next(base: Base, connues: list[int]) -> int:
    """The year after the last one that the dataset tells; years to come that it only announces do not count."""
    derniere = base.query("select max(annee) as annee from resultats")[0]["annee"]
    return 1 + max((connue for connue in connues if connue <= derniere), default=derniere)
