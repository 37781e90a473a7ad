"""The data package: every dataset as CSV and Parquet, the results of each year, and the descriptor that explains them."""

import hashlib
import json
from collections.abc import Iterable

from spapser.catalogue import Catalogue, Jeu
from spapser.exports.archive import build_zip
from spapser.exports.dictionnaire import build_schema
from spapser.exports.licence import describe_licence
from spapser.exports.resultats import list_resultats, write_csv
from spapser.exports.schema_resultats import build_schema_resultats
from spapser.exports.tables import export_csv, export_parquet
from spapser.store import Base, iter_colonnes
from spapser.suivi import Suivi

PAQUET = "datapackage.json"
MIMES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
FORMATS = tuple(MIMES)
MOTS_CLES = ("commande publique", "achats responsables", "insertion", "SPAPSER", "Grand-Orly Seine Bièvre")


def build_fichiers(base: Base, suivi: Suivi, formats: Iterable[str] = FORMATS, manques: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file of the package by name, the descriptor first; `formats` among csv and parquet, `manques` as in `Contexte`."""
    donnees = build_donnees(base, suivi, tuple(formats))
    descripteur = build_descripteur(base, suivi.catalogue, donnees)
    descripteur["description"] = " ".join((descripteur["description"], *manques))
    return {PAQUET: json.dumps(descripteur, ensure_ascii=False, indent=2).encode(), **donnees}


def build_donnees(base: Base, suivi: Suivi, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The data files by name: « marches.csv », « marches.parquet », « resultats-2024.csv »…"""
    fichiers: dict[str, bytes] = {}
    for jeu in suivi.catalogue.jeux:
        fichiers |= {f"{jeu.nom}.{forme}": export_jeu(base, jeu, forme) for forme in formats}
    if "csv" in formats:
        fichiers |= {f"resultats-{annee}.csv": export_resultats(suivi, annee) for annee in suivi.annees}
    return fichiers


def export_jeu(base: Base, jeu: Jeu, forme: str) -> bytes:
    """A dataset of an edition in one of the two formats."""
    export = export_csv if forme == "csv" else export_parquet
    return export(jeu, iter_colonnes(base, jeu.nom))


def export_resultats(suivi: Suivi, annee: int) -> bytes:
    """The results of a year as UTF-8 CSV with a byte-order mark, as spreadsheets like it."""
    return write_csv(list_resultats(suivi, annee)).encode("utf-8-sig")


def export_paquet(base: Base, suivi: Suivi, formats: Iterable[str] = FORMATS, manques: tuple[str, ...] = ()) -> bytes:
    """The whole package as one zip."""
    return build_zip(build_fichiers(base, suivi, formats, manques))


def build_descripteur(base: Base, catalogue: Catalogue, fichiers: dict[str, bytes]) -> dict:
    """The descriptor of these data files in the terms of a Data Package (frictionless)."""
    document, edition = catalogue.document, base.edition
    return {
        "profile": "data-package", "name": "spapser-grand-orly-seine-bievre",
        "title": f"Suivi du SPAPSER, {document['auteur']}",
        "description": "Objectifs, cibles et résultats du schéma de promotion des achats publics socialement et écologiquement "
                       f"responsables : {edition.libelle}. Une valeur vide est inconnue, jamais nulle.",
        "version": str(edition.numero), "keywords": list(MOTS_CLES), "licenses": [describe_licence()],
        "sources": [{"title": f"{document['titre']}, {document['auteur']}"},
                    *({"title": partie.source} for partie in edition.parties)],
        "contributors": [{"title": document["auteur"], "role": "publisher"}],
        "resources": [describe_ressource(nom, contenu, catalogue) for nom, contenu in fichiers.items()]}


def describe_ressource(nom: str, contenu: bytes, catalogue: Catalogue) -> dict:
    """One file: what it holds, how to read it and, for a CSV file, its size and its hash."""
    racine, _, forme = nom.rpartition(".")
    ressource = {"name": nom.replace(".", "-").replace("_", "-"), "path": nom, **describe_contenu(racine, catalogue),
                 "format": forme, "mediatype": MIMES[forme]}
    if forme == "parquet":  # no size and no hash: frictionless reads Parquet without its bytes and would call them wrong
        return ressource | {"profile": "data-resource"}
    schema = build_schema_resultats() if racine.startswith("resultats-") else build_schema(catalogue.jeu(racine))
    return ressource | {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": schema, "bytes": len(contenu),
                        "hash": f"sha256:{hashlib.sha256(contenu).hexdigest()}",
                        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}}


def describe_contenu(racine: str, catalogue: Catalogue) -> dict[str, str]:
    """Title and description of a dataset or of the results of a year."""
    if racine.startswith("resultats-"):
        annee = racine.removeprefix("resultats-")
        return {"title": f"Résultats {annee}", "description": f"Chaque mesure de {annee} : valeur, cible, taux, statut, source."}
    jeu = catalogue.jeu(racine)
    return {"title": jeu.titre, "description": f"{jeu.description} Une ligne : {jeu.grain}."}
