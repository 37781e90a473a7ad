"""Every file one may ask for, by its stable public name: « marches.csv », « resultats-2024.json », « bilan-2024.pdf »."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spapser.catalogue import Jeu
from spapser.catalogue.declaration import load_agec
from spapser.exports.agec import can_declare, write_declaration
from spapser.exports.contexte import Contexte
from spapser.exports.dictionnaire import build_schema
from spapser.exports.formats import FORMATS, Format
from spapser.exports.legal import NOM as LEGAL
from spapser.exports.legal import write_legal
from spapser.exports.paquet import MIMES, PAQUET, build_fichiers, export_jeu, export_resultats
from spapser.exports.planches import list_images
from spapser.exports.resultats import list_resultats, write_json
from spapser.store import Base
from spapser.suivi import Suivi
from spapser.suivi.obligation import list_lignes_legales

JSON = "application/json"
CSV = f"{MIMES['csv']}; charset=utf-8"


@dataclass(frozen=True)
class Fichier:
    """A public file: its name, what it is, its type, how it is made. `famille` groups the index; empty: not listed there."""

    nom: str
    titre: str
    mime: str
    fabrique: Callable[[], bytes]
    famille: str = ""

    @property
    def joint(self) -> bool:
        """True when a browser should keep it rather than show it."""
        return not self.mime.startswith(("text/html", JSON, "image/svg"))


@dataclass(frozen=True)
class Guichet:
    """All that may be taken of an edition: its files by name, and what they are made from by year and fiche."""

    fichiers: dict[str, Fichier]
    contextes: dict[tuple[int, str], Contexte]


def open_guichet(base: Base, suivi: Suivi, manques: tuple[str, ...] = ()) -> Guichet:
    """Every file of an edition. Nothing is made before it is asked for; `manques` as in `Contexte`."""
    codes = ("", *(fiche.code for fiche in suivi.catalogue.fiches))
    contextes = {(annee, code): Contexte(base, suivi, annee, code, manques) for annee in reversed(suivi.annees) for code in codes}
    fichiers = [*list_documents(contextes), *list_resultats_annuels(suivi), *list_paquet(base, suivi, manques),
                *list_declarations(base), *list_legal(suivi)]
    for jeu in suivi.catalogue.jeux:
        fichiers += list_jeu(base, jeu)
    for annee in suivi.annees:
        fichiers += [Fichier(nom, "Figure", mime, fabrique) for nom, mime, fabrique in list_images(contextes[annee, ""])]
    return Guichet({fichier.nom: fichier for fichier in fichiers}, contextes)


def list_paquet(base: Base, suivi: Suivi, manques: tuple[str, ...]) -> Iterator[Fichier]:
    """The descriptor of the data package."""
    yield Fichier(PAQUET, "Description du paquet de données (Data Package)", JSON,
                  lambda: build_fichiers(base, suivi, manques=manques)[PAQUET], "Données")


def list_jeu(base: Base, jeu: Jeu) -> Iterator[Fichier]:
    """A dataset as CSV, Parquet and Table Schema."""
    yield Fichier(f"{jeu.nom}.csv", f"{jeu.titre}, CSV", CSV, lambda: export_jeu(base, jeu, "csv"), "Données")
    yield Fichier(f"{jeu.nom}.parquet", f"{jeu.titre}, Parquet", MIMES["parquet"],
                  lambda: export_jeu(base, jeu, "parquet"), "Données")
    yield Fichier(f"{jeu.nom}.schema.json", f"{jeu.titre}, schéma", JSON, lambda: write_schema(jeu), "Données")


def list_declarations(base: Base) -> Iterator[Fichier]:
    """The AGEC declaration of the years whose amounts are all known."""
    declaration = load_agec()
    lignes = base.rows(declaration.jeu)
    for annee in sorted({ligne["annee"] for ligne in lignes if ligne["annee"]}):
        if can_declare(lignes, annee, declaration):
            yield Fichier(f"declaration-agec-{annee}.csv", f"Déclaration AGEC {annee}, au schéma national", CSV,
                          lambda annee=annee: write_declaration(lignes, annee, declaration), "Résultats")


def list_legal(suivi: Suivi) -> Iterator[Fichier]:
    """The table of article L2111-3, once contracts are deposited."""
    if list_lignes_legales(suivi):
        yield Fichier(LEGAL, "Tableau légal (article L2111-3), CSV", CSV, lambda: write_legal(suivi), "Résultats")


def write_schema(jeu: Jeu) -> bytes:
    """A Table Schema as JSON."""
    return json.dumps(build_schema(jeu), ensure_ascii=False, indent=2).encode()


def list_resultats_annuels(suivi: Suivi) -> Iterator[Fichier]:
    """The results of each year as CSV and JSON."""
    for annee in suivi.annees:
        yield Fichier(f"resultats-{annee}.csv", f"Résultats {annee}, CSV", CSV,
                      lambda annee=annee: export_resultats(suivi, annee), "Résultats")
        yield Fichier(f"resultats-{annee}.json", f"Résultats {annee}, JSON", JSON,
                      lambda annee=annee: write_json(list_resultats(suivi, annee)).encode(), "Résultats")


def list_documents(contextes: dict[tuple[int, str], Contexte]) -> Iterator[Fichier]:
    """Every format of every year, for all the fiches and for each alone; the formats share what they read."""
    derniere = max((annee for annee, _ in contextes), default=None)
    for (annee, code), contexte in contextes.items():
        for forme in FORMATS:
            if (forme.par_annee or annee == derniere) and (forme.par_fiche or not code):
                yield build_document(forme, contexte)


def build_document(forme: Format, contexte: Contexte) -> Fichier:
    """One format of one year, for all the fiches or one; only the first is listed."""
    annee = f" {contexte.annee}" if forme.par_annee else ""
    return Fichier(forme.nom_fichier(contexte.annee, contexte.fiche), f"{forme.titre}{annee}", forme.mime,
                   lambda: forme.fabrique(contexte), "" if contexte.fiche else "Documents")
