"""Full-text search over fiches, objectives, indicators, contracts, structures and purchases, accents and case ignored."""

from collections.abc import Iterable
from dataclasses import dataclass

from spapser.catalogue import Catalogue
from spapser.typographie import sans_accent


@dataclass(frozen=True)
class Entree:
    """One thing that can be found: `page` is the screen to open, `contexte` a line that tells it from its likes."""

    genre: str
    titre: str
    contexte: str
    page: str
    texte: str


def build_index(catalogue: Catalogue, marches: Iterable[dict], structures: Iterable[dict],
                achats: Iterable[dict]) -> list[Entree]:
    """Everything that may be found, in the order in which it is shown."""
    pages = {fiche.code: fiche.page for fiche in catalogue.fiches}
    entrees = []
    for fiche in catalogue.fiches:
        lieu = f"Fiche {fiche.numero}, {fiche.titre_court}"
        entrees.append(entree("Fiche", fiche.titre, lieu, fiche.page, fiche.engagement, fiche.titre_court))
        entrees += [entree("Objectif", o.titre, lieu, fiche.page) for o in fiche.objectifs]
        entrees += [entree("Indicateur", i.libelle, lieu, fiche.page, i.definition, i.code) for i in fiche.indicateurs]
    for marche in marches:
        contexte = " · ".join(x for x in (marche["lot"], marche["titulaire"], marche["reservation"] or marche["clause"]) if x)
        entrees.append(entree("Marché", marche["marche"], contexte, pages[marche["fiche"]]))
    for structure in structures:
        entrees.append(entree("Structure", structure["structure"], structure["lien"], "matinale", structure["nom_source"]))
    faits: dict[str, dict[str, None]] = {}
    for achat in achats:
        faits.setdefault(achat["achat"], {}).update({mot: None for mot in (achat["reservation"], achat["sourcage"]) if mot})
    entrees += [entree("Achat à venir", nom, " · ".join(mots), "matinale") for nom, mots in faits.items()]
    return list(dict.fromkeys(entrees))


def entree(genre: str, titre: str, contexte: str, page: str, *autres: str) -> Entree:
    """An entry with its searchable text prepared."""
    return Entree(genre, titre, contexte, page, sans_accent(" ".join((genre, titre, contexte, *autres))))


def search(index: list[Entree], demande: str, limite: int = 30) -> list[Entree]:
    """Entries that hold every word of the request; words in the title first. Empty for an empty request."""
    mots = sans_accent(demande).replace("'", " ").replace("’", " ").split()
    if not mots:
        return []
    trouvees = [e for e in index if all(mot in e.texte for mot in mots)]
    trouvees.sort(key=lambda e: not all(mot in sans_accent(e.titre) for mot in mots))
    return trouvees[:limite]
