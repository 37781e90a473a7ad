"""The values of a chart as a few bars side by side: what a slide has room for, drawn the same on stage and in the slides."""

from collections.abc import Sequence
from dataclasses import dataclass

from spapser.suivi.mesure import Mesure
from spapser.suivi.statut import is_connu
from spapser.typographie import format_quantite

NON_PUBLIE = "non publié"
FACE_A_FACE = ("cible", "evolution")
LIMITE = 6
LIMITE_COURTE = 10
NOM_COURT = 24


@dataclass(frozen=True)
class Barre:
    """One bar. `role`: realise, cible or precedente; `serie` its name in the key; `valeur` in the unit of its row."""

    role: str
    serie: str
    valeur: float | None
    texte: str


@dataclass(frozen=True)
class Rangee:
    """What is compared: a name and its bars; `maximum` is the value of a full bar in the unit of the row."""

    nom: str
    barres: tuple[Barre, ...]
    maximum: float


@dataclass(frozen=True)
class Comparaison:
    """Rows of bars; `series` are the (role, name) pairs that at least one row has, in order of drawing."""

    rangees: tuple[Rangee, ...]

    @property
    def series(self) -> tuple[tuple[str, str], ...]:
        """Role and name of each series."""
        presentes = {barre.role: barre.serie for rangee in self.rangees for barre in rangee.barres}
        return tuple((role, presentes[role]) for role in ("realise", "cible", "precedente") if role in presentes)

    @property
    def courte(self) -> bool:
        """True when every name is short enough to stand beside its bar."""
        return len(self.series) == 1 and all(len(rangee.nom) <= NOM_COURT for rangee in self.rangees)


def build_comparaison(genre: str, mesures: Sequence[Mesure], annee: int) -> Comparaison:
    """Bars of a chart for one year: target and last year beside the value, or the categories of a breakdown."""
    de_annee = [mesure for mesure in mesures if mesure.annee == annee]
    if genre in FACE_A_FACE:
        barres = [(mesure.indicateur.libelle, list_barres(mesure), mesure.indicateur.unite) for mesure in de_annee]
    else:
        barres = list_categories([mesure for mesure in de_annee if is_connu(mesure.valeur) or mesure.secret is not None])
    return Comparaison(tuple(Rangee(nom, suite, find_maximum(unite, barres)) for nom, suite, unite in barres))


def list_barres(mesure: Mesure) -> tuple[Barre, ...]:
    """The value, its target, last year's value; the last two when they are known."""
    barres = [Barre("realise", str(mesure.annee), mesure.valeur, mesure.texte if mesure.dite else NON_PUBLIE)]
    if mesure.cible and is_connu(mesure.cible.valeur):
        plafond = f"{mesure.cible.comparaison} " if mesure.cible.comparaison == "au plus" else ""
        barres.append(Barre("cible", f"cible {mesure.cible.annee}", mesure.cible.valeur, plafond + mesure.texte_cible))
    if is_connu(mesure.precedente):
        barres.append(Barre("precedente", str(mesure.annee_precedente), mesure.precedente, mesure.texte_precedente))
    return tuple(barres)


def list_categories(mesures: Sequence[Mesure]) -> list[tuple]:
    """One row per category, longest bar first; beyond the limit the smallest counts are added together (shares never)."""
    ordonnees = sorted(mesures, key=lambda mesure: -(mesure.valeur or 0))
    groupes = len({mesure.dimension for mesure in mesures}) > 1
    rangees = [(name_categorie(m, groupes), m.valeur, m) for m in ordonnees]
    limite = LIMITE_COURTE if all(len(nom) <= NOM_COURT for nom, _, _ in rangees) else LIMITE
    secrets = any(m.secret is not None for m in mesures)
    if len(rangees) > limite and not secrets and all(m.indicateur.unite != "%" for m in mesures):
        reste = rangees[limite - 1:]
        rangees = [*rangees[:limite - 1], (f"Autres ({len(reste)})", sum(valeur for _, valeur, _ in reste), reste[0][2])]
    return [(nom, (Barre("realise", str(m.annee), valeur, format_comme(m, valeur)),), m.indicateur.unite)
            for nom, valeur, m in rangees]


def name_categorie(mesure: Mesure, groupes: bool) -> str:
    """The category; its group follows when there are several."""
    nom = mesure.modalite or mesure.indicateur.libelle
    return f"{nom} ({mesure.dimension.lower()})" if groupes and mesure.dimension else nom


def format_comme(mesure: Mesure, valeur: float) -> str:
    """A value in the words of a measure."""
    if valeur is None and mesure.secret is not None:
        return mesure.texte
    return format_quantite(valeur, mesure.indicateur.unite, mesure.indicateur.decimales)


def find_maximum(unite: str, rangees: Sequence[tuple]) -> float:
    """The value of a full bar for a unit: 100 for shares, the largest value otherwise."""
    valeurs = [barre.valeur for _, barres, autre in rangees for barre in barres if autre == unite and is_connu(barre.valeur)]
    plancher = 100 if unite == "%" else 0
    return max([plancher, *valeurs]) or 1
