"""Read the TOML files of the catalogue into frozen values, and say precisely what is wrong when one is broken."""

import re
import tomllib
from collections import defaultdict
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.check import check_references
from spapser.catalogue.jeu import Colonne, Jeu
from spapser.catalogue.model import Axe, Catalogue, Fait, Fiche, Graphique, Indicateur, Objectif, Presentation
from spapser.errors import CatalogueInvalide

DOSSIER = Path(__file__).parent
TYPES = defaultdict(lambda: ("une liste", (tuple,)), {
    str: ("un texte", (str,)), int: ("un nombre entier", (int,)), bool: ("true ou false", (bool,)),
    float | None: ("un nombre", (int, float, type(None)))})


@lru_cache(maxsize=4)
def load_catalogue(dossier: Path = DOSSIER) -> Catalogue:
    """Read axes.toml, diapositives.toml, faits.toml, fiches/*.toml and jeux/*.toml below `dossier`.

    CatalogueInvalide names file and key.
    """
    general = read_toml(dossier / "axes.toml")
    chemin = dossier / "axes.toml"
    axes = tuple(build(Axe, bloc, chemin) for bloc in find_key(general, "axes", chemin))
    communs = read_toml(dossier / "colonnes_communes.toml")
    fiches = tuple(load_fiche(chemin) for chemin in sorted((dossier / "fiches").glob("*.toml")))
    jeux = tuple(load_jeu(chemin, communs) for chemin in sorted((dossier / "jeux").glob("*.toml")))
    synthese = find_key(general, "synthese", chemin)
    chiffres, cartes = find_key(synthese, "chiffres_cles", chemin), find_key(synthese, "cartes", chemin)
    catalogue = Catalogue(axes, fiches, jeux, find_key(general, "document", chemin), tuple(chiffres), cartes,
                          load_presentations(dossier / "diapositives.toml"), load_faits(dossier / "faits.toml"))
    check_references(catalogue)
    return catalogue


def read_toml(chemin: Path) -> dict:
    """Parse a TOML file; CatalogueInvalide with the file and the parser's line otherwise."""
    try:
        return tomllib.loads(chemin.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueInvalide(f"Le fichier « {chemin.name} » du catalogue manque : le rétablir.") from None
    except UnicodeDecodeError as erreur:
        ligne = chemin.read_bytes()[: erreur.start].count(b"\n") + 1
        place = f"ligne {ligne}, un caractère n’est pas en UTF-8"
    except tomllib.TOMLDecodeError as erreur:
        trouve = re.search(r"line (\d+), column (\d+)", str(erreur))
        place = f"ligne {trouve[1]}, colonne {trouve[2]}" if trouve else "à la fin du fichier"
    raise CatalogueInvalide(f"Le fichier « {chemin.name} » du catalogue est illisible ({place}) : le corriger.")


def find_key(bloc: dict, cle: str, chemin: Path):
    """Value of a key of a table; CatalogueInvalide names the file and the key when it is missing."""
    if cle not in bloc:
        raise CatalogueInvalide(f"Dans « {chemin.name} », il manque « {cle} » : l’ajouter.")
    return bloc[cle]


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
        attendu, types = TYPES[champ.type]
        valeur = getattr(objet, cle)
        if not isinstance(valeur, types) or (isinstance(valeur, bool) and champ.type is not bool):
            raise CatalogueInvalide(f"Dans « {chemin.name} », bloc « {nom} », la clé « {cle} » doit être {attendu}.")
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


def load_presentations(chemin: Path) -> tuple[Presentation, ...]:
    """What the slides of the fiches show."""
    return tuple(build(Presentation, bloc, chemin) for bloc in find_key(read_toml(chemin), "presentations", chemin))


def load_faits(chemin: Path) -> tuple[Fait, ...]:
    """What may be true of a contract."""
    return tuple(build(Fait, bloc, chemin) for bloc in find_key(read_toml(chemin), "faits", chemin))


def load_jeu(chemin: Path, communs: dict) -> Jeu:
    """One dataset: its own columns, then the shared ones it names in `inclut`; `defauts` gives some their default value."""
    bloc = read_toml(chemin)
    defauts = bloc.pop("defauts", {})
    propres = [build(Colonne, colonne, chemin) for colonne in bloc.pop("colonnes", [])]
    partagees = [build(Colonne, colonne, chemin) for groupe in bloc.pop("inclut", [])
                 for colonne in find_key(communs, groupe, chemin)]
    colonnes = tuple(replace(c, defaut=defauts.get(c.nom, c.defaut)) for c in propres + partagees)
    inconnus = sorted(set(defauts) - {c.nom for c in colonnes})
    if inconnus:
        raise CatalogueInvalide(f"Dans « {chemin.name} », la valeur par défaut vise « {inconnus[0]} », qui n’est pas une "
                                "colonne : corriger son nom.")
    return build(Jeu, bloc, chemin, nom=chemin.stem, colonnes=colonnes)
