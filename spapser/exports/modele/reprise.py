"""The rows a template begins with: last year's codes, without its figures, and every code that must have a row."""

from collections.abc import Iterable, Mapping, Sequence

from spapser.catalogue import Catalogue, Jeu
from spapser.exports.modele.codes import list_codes


def list_reprises(jeu: Jeu, annee: int, rangees: Sequence[Mapping[str, str]], catalogue: Catalogue) -> tuple[dict, ...]:
    """Rows of the template: catalogue column -> text, the year included. Readings that did not lead are left out."""
    retenues = [rangee for rangee in rangees if rangee.get("retenue") != "non"]
    projetees = [{nom: rangee[nom] for nom in jeu.reprend if rangee[nom]} for rangee in retenues] if jeu.reprend else []
    lignes = [dict(ligne) for ligne in dict.fromkeys(tuple(projetee.items()) for projetee in projetees)]
    if jeu.complete:
        lignes = sort_by_code([*lignes, *list_missing(jeu, lignes, catalogue)], jeu, catalogue)
    return tuple(ligne | {"annee": str(annee)} for ligne in lignes)


def list_missing(jeu: Jeu, lignes: Iterable[Mapping[str, str]], catalogue: Catalogue) -> list[dict[str, str]]:
    """A row for each code that has none; an indicator that the base counts, or that is a breakdown, needs none."""
    presents = {ligne[jeu.complete] for ligne in lignes}
    reference = next(colonne.reference for colonne in jeu.colonnes if colonne.nom == jeu.complete)
    if reference != "indicateur":
        return [{jeu.complete: code.code} for code in list_codes(reference, catalogue) if code.code not in presents]
    return [{jeu.complete: i.code, "unite": i.unite} for i in catalogue.indicateurs
            if i.genre != "repartition" and i.fait_foi == "publiee" and i.code not in presents]


def sort_by_code(lignes: list[dict[str, str]], jeu: Jeu, catalogue: Catalogue) -> list[dict[str, str]]:
    """In the order of the catalogue, fiche after fiche."""
    reference = next(colonne.reference for colonne in jeu.colonnes if colonne.nom == jeu.complete)
    rangs = {code.code: rang for rang, code in enumerate(list_codes(reference, catalogue))}
    return sorted(lignes, key=lambda ligne: rangs[ligne[jeu.complete]])
