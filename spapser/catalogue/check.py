"""Everything the catalogue refers to exists, nothing is named twice, and words that steer the code are known ones."""

import string
from collections.abc import Iterator

from spapser.catalogue.jeu import Jeu
from spapser.catalogue.model import Catalogue, Fiche
from spapser.errors import CatalogueInvalide

GENRES = ("resultat", "repartition", "repere")
SENS = ("hausse", "baisse", "neutre")
ORIGINES = ("publiee", "calculee")
TYPES = ("string", "integer", "number", "boolean", "date", "year")
REFERENCES = ("", "indicateur", "fiche", "objectif", "commune")
FORMES = ("", "siret", "cpv")


def check_references(catalogue: Catalogue) -> None:
    """CatalogueInvalide with the first thing that is wrong, its file and how to mend it."""
    for probleme in list_problems(catalogue):
        raise CatalogueInvalide(probleme)


def list_problems(catalogue: Catalogue) -> Iterator[str]:
    """Every problem, as the sentence to show."""
    codes = [indicateur.code for indicateur in catalogue.indicateurs]
    fiches = [fiche.code for fiche in catalogue.fiches]
    objectifs = [objectif.code for fiche in catalogue.fiches for objectif in fiche.objectifs]
    yield from list_doubles("d’indicateur", codes)
    yield from list_doubles("d’objectif", objectifs)
    unites = {unite for jeu in catalogue.jeux for c in jeu.colonnes if c.nom == "unite" for unite in c.enumeration}
    for fiche in catalogue.fiches:
        yield from list_fiche_problems(fiche, [axe.code for axe in catalogue.axes], codes, unites)
    for jeu in catalogue.jeux:
        yield from list_jeu_problems(jeu)
    faits = [fait.code for fait in catalogue.faits]
    yield from list_doubles("de fait", faits)
    for indicateur in catalogue.indicateurs:
        cites = [fait for fait in (indicateur.fait, indicateur.parmi) if fait]
        yield from list_unknown(f"{indicateur.fiche}.toml", "le fait", cites, faits)
    yield from list_presentation_problems(catalogue, codes)
    yield from list_unknown("axes.toml", "l’indicateur", [*catalogue.chiffres_cles, *catalogue.cartes.values()], codes)
    yield from list_unknown("axes.toml", "la fiche", catalogue.cartes, fiches)


def list_doubles(quoi: str, codes: list[str]) -> Iterator[str]:
    """Codes defined twice."""
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield f"Le code {quoi} « {code} » est défini deux fois : en renommer un."


def list_unknown(fichier: str, quoi: str, cites, connus) -> Iterator[str]:
    """Words cited that are not known ones."""
    for mot in cites:
        if mot not in connus:
            yield f"Dans « {fichier} », {quoi} « {mot} » n’existe pas : corriger le code."


def list_fiche_problems(fiche: Fiche, axes: list[str], codes: list[str], unites: set[str]) -> Iterator[str]:
    """Axis, objectives, charts and the steering words of the indicators."""
    fichier = f"{fiche.code}.toml"
    indicateurs = fiche.indicateurs
    yield from list_unknown(fichier, "l’axe", [fiche.axe], axes)
    yield from list_unknown(fichier, "l’objectif", [i.objectif for i in indicateurs], [o.code for o in fiche.objectifs])
    yield from list_unknown(fichier, "l’indicateur", [c for g in fiche.graphiques for c in g.indicateurs], codes)
    yield from list_unknown(fichier, "le genre", [i.genre for i in indicateurs], GENRES)
    yield from list_unknown(fichier, "le sens", [i.sens for i in indicateurs], SENS)
    yield from list_unknown(fichier, "l’origine", [i.fait_foi for i in indicateurs], ORIGINES)
    yield from list_unknown(fichier, "l’unité", [i.unite for i in indicateurs], unites)


def list_presentation_problems(catalogue: Catalogue, codes: list[str]) -> Iterator[str]:
    """One slide per fiche; its chart is one of the fiche, its places are indicators."""
    fichier, cites = "diapositives.toml", [presentation.code for presentation in catalogue.presentations]
    yield from list_doubles("de diapositive", cites)
    yield from list_unknown(fichier, "la fiche", cites, [fiche.code for fiche in catalogue.fiches])
    graphiques = {fiche.code: [g.code for g in fiche.graphiques] for fiche in catalogue.fiches}
    for presentation in catalogue.presentations:
        yield from list_unknown(fichier, "le graphique", [presentation.graphique], graphiques[presentation.code])
        places = [place for ligne in (presentation.titre, *presentation.lignes) for place in list_places(ligne)]
        yield from list_unknown(fichier, "l’indicateur", places, [*codes, "annee", "jalons"])


def list_places(modele: str) -> list[str]:
    """Codes of the places of a sentence: « fa04_heures » for {fa04_heures.taux}."""
    return [champ.partition(".")[0] for _, champ, _, _ in string.Formatter().parse(modele) if champ is not None]


def list_jeu_problems(jeu: Jeu) -> Iterator[str]:
    """Key, types and references of the columns."""
    fichier, noms = f"{jeu.nom}.toml", [colonne.nom for colonne in jeu.colonnes]
    for nom in sorted({nom for nom in noms if noms.count(nom) > 1}):
        yield f"Dans « {fichier} », la colonne « {nom} » est définie deux fois : en renommer une."
    datees = [jeu.annee_de] if jeu.annee_de else []
    yield from list_unknown(fichier, "la colonne", [*jeu.cle, *jeu.reprend, *datees], noms)
    references = [colonne.nom for colonne in jeu.colonnes if colonne.reference]
    yield from list_unknown(fichier, "la colonne de codes", [jeu.complete] if jeu.complete else [], references)
    yield from list_unknown(fichier, "le type", [colonne.type for colonne in jeu.colonnes], TYPES)
    yield from list_unknown(fichier, "la forme", [colonne.forme for colonne in jeu.colonnes], FORMES)
    yield from list_unknown(fichier, "la référence", [colonne.reference for colonne in jeu.colonnes], REFERENCES)
