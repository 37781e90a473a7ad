"""Fill the title of a chart with the finding it states: the words are in the catalogue, the figures in the measures."""

from collections.abc import Callable
from dataclasses import dataclass

from spapser.catalogue.model import Graphique
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Jalon, Mesure
from spapser.suivi.phrase import describe_evolution, format_taux
from spapser.typographie import enumere, format_nombre, format_quantite

ETATS = {"realise": ("réalisée", "réalisées"), "annonce": ("annoncée", "annoncées"),
         "non_realise": ("non réalisée", "non réalisées")}


class Manque(Exception):
    """A place of the title has nothing to be filled with."""


@dataclass(frozen=True)
class Place:
    """What `{code}` and `{code.cible}` become in a title. Each property raises Manque when the figure is unknown."""

    mesures: tuple[Mesure, ...]

    def __str__(self) -> str:
        return exige(self.mesure.texte if self.mesure.dite else "")

    @property
    def mesure(self) -> Mesure:
        """The only measure of a plain indicator."""
        if not self.mesures:
            raise Manque
        return self.mesures[0]

    def refuse_secrets(self, compte: Callable[[Mesure], bool] = lambda mesure: mesure.secret is not None) -> None:
        """Manque when one of the measures is hidden."""
        if any(compte(mesure) for mesure in self.mesures):
            raise Manque

    @property
    def nombre(self) -> str:
        """The bare number of a plain indicator; the number of categories of a breakdown."""
        if self.mesures and not self.mesure.modalite:
            if self.mesure.secret is not None:
                raise Manque
            return format_nombre(exige(self.mesure.valeur), self.mesure.indicateur.decimales)
        return format_nombre(exige(len(self.mesures)))

    @property
    def cible(self) -> str:
        """The target with its unit."""
        return exige(self.mesure.texte_cible)

    @property
    def taux(self) -> str:
        """« 392 % de la cible »."""
        exige(self.mesure.taux)
        return format_taux(self.mesure)

    @property
    def face_a_la_cible(self) -> str:
        """« 18 % pour une cible de 20 % », or « valeur non publiée pour une cible de 20 % »."""
        valeur = self.mesure.texte if self.mesure.dite else "valeur non publiée"
        return f"{valeur} pour une cible de {self.cible}"

    @property
    def evolution(self) -> str:
        """« en hausse de 17 points sur 2023 »."""
        return exige(describe_evolution(self.mesure))

    @property
    def premiere(self) -> str:
        """The largest category of a breakdown; nobody says which when a hidden one may be larger."""
        self.refuse_secrets(lambda mesure: mesure.secret == 0)
        return exige(self.mesure.modalite)

    @property
    def valeur_premiere(self) -> str:
        """The value of the largest category, with its unit."""
        return str(self)

    @property
    def part_premiere(self) -> str:
        """The share of the largest category in the breakdown."""
        self.refuse_secrets()
        total = sum(mesure.valeur or 0 for mesure in self.mesures)
        return format_quantite(100 * exige(self.mesure.valeur) / exige(total), "%", 0)

    @property
    def total(self) -> str:
        """The sum of a breakdown, with its unit."""
        self.refuse_secrets()
        return format_quantite(exige(sum(m.valeur or 0 for m in self.mesures)), self.mesure.indicateur.unite)


def exige(valeur):
    """The value itself; Manque when it is None, empty or zero-length."""
    if valeur is None or valeur == "" or (isinstance(valeur, (int, float)) and not valeur):
        raise Manque
    return valeur


class Places(dict):
    """The places of a template, filled on demand from the catalogue's codes."""

    def __init__(self, suivi: Suivi, annee: int, fiche: str):
        super().__init__(annee=annee)
        self.suivi, self.an, self.fiche = suivi, annee, fiche

    def __missing__(self, code: str):
        if code == "jalons":
            return describe_jalons(self.suivi.jalons_fiche(self.fiche))
        return Place(tuple(self.suivi.graphique((code,), self.an)))


def describe_jalons(jalons: list[Jalon]) -> str:
    """« 2 étapes réalisées et 1 annoncée »."""
    compte = [(etat, sum(jalon.etat == etat for jalon in jalons)) for etat in ETATS]
    presents = [(etat, nombre) for etat, nombre in compte if nombre]
    textes = [f"{nombre} {ETATS[etat][nombre > 1]}" for etat, nombre in presents]
    if not textes:
        raise Manque
    premier = presents[0][1]
    textes[0] = textes[0].replace(f"{premier} ", f"{premier} {'étapes' if premier > 1 else 'étape'} ", 1)
    return enumere(textes)


def write_titre(graphique: Graphique, suivi: Suivi, annee: int, fiche: str) -> str:
    """The title with its figures; the plain one when a figure is missing for that year."""
    try:
        return graphique.titre.format_map(Places(suivi, annee, fiche))
    except Manque:
        return graphique.titre_sans_donnee


def write_ligne(modele: str, suivi: Suivi, annee: int, fiche: str) -> str:
    """A sentence with its figures; empty when one of them is missing for that year."""
    try:
        return modele.format_map(Places(suivi, annee, fiche))
    except Manque:
        return ""
