"""Read the TOML files of the catalogue into frozen values, and say precisely what is wrong when one is broken."""

import tomllib
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.model import Axe, Catalogue, Colonne, Fiche, Graphique, Indicateur, Jeu, Objectif
from spapser.errors import CatalogueInvalide

DOSSIER = Path(__file__).parent


@lru_cache(maxsize=4)
def load_catalogue(dossier: Path = DOSSIER) -> Catalogue:
    """Read axes.toml, fiches/*.toml and jeux/*.toml below `dossier`. CatalogueInvalide names file and key."""
    general = read_toml(dossier / "axes.toml")
    axes = tuple(build(Axe, bloc, dossier / "axes.toml") for bloc in general["axes"])
    communs = read_toml(dossier / "colonnes_communes.toml")
    fiches = tuple(load_fiche(chemin) for chemin in sorted((dossier / "fiches").glob("*.toml")))
    jeux = tuple(load_jeu(chemin, communs) for chemin in sorted((dossier / "jeux").glob("*.toml")))
    synthese = general["synthese"]
    catalogue = Catalogue(axes, fiches, jeux, general["document"], tuple(synthese["chiffres_cles"]), synthese["cartes"])
    check_references(catalogue)
    return catalogue


def read_toml(chemin: Path) -> dict:
    """Parse a TOML file; CatalogueInvalide with the file and the parser's line otherwise."""
    try:
        return tomllib.loads(chemin.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueInvalide(f"Le fichier « {chemin.name} » du catalogue manque : le rétablir.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as erreur:
        place = str(erreur).replace("at line", "ligne").replace("column", "colonne").replace("at end of document", "fin")
        raise CatalogueInvalide(f"Le fichier « {chemin.name} » du catalogue est illisible : {place}.") from None


def build(classe, bloc: dict, chemin: Path, **ajouts):
    """One dataclass from one TOML table; unknown, missing and ill-typed keys are named."""
    connus = {champ.name: champ for champ in fields(classe)}
    valeurs = {cle: tuple(v) if isinstance(v, list) else v for cle, v in bloc.items()} | ajouts
    nom = bloc.get("code") or bloc.get("nom") or classe.__name__.lower()
    inconnues = sorted(set(valeurs) - set(connus))
    if inconnues:
        raise CatalogueInvalide(f"Dans « {chemin.name} », bloc « {nom} », la clé « {inconnues[0]} » n’existe pas : "
                                "la retirer ou corriger son nom.")
    try:
        objet = classe(**valeurs)
    except TypeError:
        manquantes = sorted(cle for cle in connus if cle not in valeurs and not hasattr(classe, cle))
        raise CatalogueInvalide(f"Dans « {chemin.name} », bloc « {nom} », il manque la clé « {manquantes[0]} » : "
                                "l’ajouter.") from None
    for cle, champ in connus.items():
        if champ.type in (str, int) and not isinstance(getattr(objet, cle), champ.type):
            attendu = "un texte" if champ.type is str else "un nombre entier"
            raise CatalogueInvalide(f"Dans « {chemin.name} », bloc « {nom} », la clé « {cle} » doit être {attendu}.")
    return objet


def load_fiche(chemin: Path) -> Fiche:
    """One fiche action with its objectives, indicators and charts."""
    bloc = read_toml(chemin)
    code = chemin.stem
    return build(
        Fiche, {cle: v for cle, v in bloc.items() if cle not in ("objectifs", "indicateurs", "graphiques")}, chemin,
        code=code,
        objectifs=tuple(build(Objectif, o, chemin) for o in bloc.get("objectifs", [])),
        indicateurs=tuple(build(Indicateur, i, chemin, fiche=code) for i in bloc.get("indicateurs", [])),
        graphiques=tuple(build(Graphique, g, chemin) for g in bloc.get("graphiques", [])))


def load_jeu(chemin: Path, communs: dict) -> Jeu:
    """One dataset: its own columns, then the shared ones it names in `inclut`."""
    bloc = read_toml(chemin)
    propres = [build(Colonne, colonne, chemin) for colonne in bloc.pop("colonnes", [])]
    partagees = [build(Colonne, colonne, chemin) for groupe in bloc.pop("inclut", []) for colonne in communs[groupe]]
    return build(Jeu, bloc, chemin, nom=chemin.stem, colonnes=tuple(propres + partagees))


def check_references(catalogue: Catalogue) -> None:
    """Axes, objectives and charts refer to things that exist; codes are unique."""
    axes = {axe.code for axe in catalogue.axes}
    codes = [indicateur.code for indicateur in catalogue.indicateurs]
    doubles = sorted({code for code in codes if codes.count(code) > 1})
    if doubles:
        raise CatalogueInvalide(f"Le code d’indicateur « {doubles[0]} » est défini deux fois : en renommer un.")
    for fiche in catalogue.fiches:
        objectifs = {objectif.code for objectif in fiche.objectifs}
        problemes = [] if fiche.axe in axes else [f"l’axe « {fiche.axe} »"]
        problemes += [f"l’objectif « {i.objectif} »" for i in fiche.indicateurs if i.objectif not in objectifs]
        problemes += [f"l’indicateur « {c} »" for g in fiche.graphiques for c in g.indicateurs if c not in codes]
        problemes += [f"l’indicateur « {c} »" for c in (catalogue.cartes.get(fiche.code),) if c and c not in codes]
        if problemes:
            raise CatalogueInvalide(f"Dans « {fiche.code}.toml », {problemes[0]} n’existe pas : corriger le code.")
