"""What is promised and measured, in the words of the scheme. Frozen values, no behaviour beyond look-up."""

from dataclasses import dataclass

from spapser.catalogue.jeu import Jeu
from spapser.errors import CodeInconnu


@dataclass(frozen=True)
class Axe:
    """A group of fiches in the menu. The report names none: the grouping is the dashboard's own."""

    code: str
    titre: str


@dataclass(frozen=True)
class Objectif:
    """One line of the report's table: what the authority committed to do."""

    code: str
    titre: str
    ligne_source: int


@dataclass(frozen=True)
class Indicateur:
    """One measured thing. `genre`: resultat (may meet a target), repartition (a breakdown) or repere (a landmark).

    Years before `comparable_depuis` are shown but never compared with: the series breaks there. `fait` names what is counted
    among contracts (see `Fait`), `parmi` what restricts them: the rows behind the figure follow from both. They are those of
    the year, or with `en_cours` those still in force when it ends. `filtre` is the filter of contracts whose choices are the
    categories of a breakdown; `entreprises` the companies that a count is about.
    """

    code: str
    fiche: str
    objectif: str
    libelle: str
    unite: str
    definition: str
    perimetre: str
    calcul: str
    genre: str = "resultat"
    sens: str = "hausse"
    fait_foi: str = "publiee"
    decimales: int = 1
    non_concerne: tuple[int, ...] = ()
    comparable_depuis: int = 0
    fait: str = ""
    parmi: str = ""
    en_cours: bool = False
    filtre: str = ""
    entreprises: str = ""

    @property
    def en_euros(self) -> bool:
        """True for a sum, and for a share of the money spent: what is behind is no number of contracts."""
        return self.unite == "euros" or self.code.split("_")[1] == "valeur"


@dataclass(frozen=True)
class Fait:
    """Something true, false or unknown of a contract: a boolean column of the view `faits` with the same name.

    `source` is « DECP » or « tableur » (the authority's own spreadsheet); `question` is what one asks when its answer is unknown.
    """

    code: str
    libelle: str
    definition: str
    source: str = "DECP"
    question: str = ""


@dataclass(frozen=True)
class Graphique:
    """A chart of a fiche: which measures, drawn how, and the sentence it states (`{code.valeur}` places are filled)."""

    code: str
    genre: str
    indicateurs: tuple[str, ...]
    titre: str
    titre_sans_donnee: str
    lecture: str = ""
    toutes_annees: bool = False


@dataclass(frozen=True)
class Presentation:
    """The slide of a fiche: its chart, sentences with places as in chart titles, of which two are shown, and its own title.

    Without `titre`, the slide has the title of its chart.
    """

    code: str
    graphique: str
    lignes: tuple[str, ...] = ()
    titre: str = ""


@dataclass(frozen=True)
class Fiche:
    """A fiche action. `page` is the file name of its screen, hence its public address."""

    code: str
    numero: int
    titre: str
    titre_court: str
    axe: str
    page: str
    engagement: str
    ligne_source: int
    objectifs: tuple[Objectif, ...]
    indicateurs: tuple[Indicateur, ...]
    graphiques: tuple[Graphique, ...]

    def indicateur(self, code: str) -> Indicateur:
        """The indicator of that code; CodeInconnu if the fiche has none."""
        return find(self.indicateurs, code, f"l’indicateur « {code} » dans la fiche {self.code}")

    def graphique(self, code: str) -> Graphique:
        """The chart of that code; CodeInconnu if the fiche has none."""
        return find(self.graphiques, code, f"le graphique « {code} » dans la fiche {self.code}")


@dataclass(frozen=True)
class Catalogue:
    """Everything the scheme promises and measures, read from the TOML files beside this module."""

    axes: tuple[Axe, ...]
    fiches: tuple[Fiche, ...]
    jeux: tuple[Jeu, ...]
    document: dict[str, str]
    chiffres_cles: tuple[str, ...]
    cartes: dict[str, str]
    presentations: tuple[Presentation, ...] = ()
    faits: tuple[Fait, ...] = ()

    @property
    def indicateurs(self) -> tuple[Indicateur, ...]:
        """Every indicator, in the order of the fiches."""
        return tuple(i for fiche in self.fiches for i in fiche.indicateurs)

    def fiche(self, code: str) -> Fiche:
        """The fiche of that code (« fa04 »); CodeInconnu otherwise."""
        return find(self.fiches, code, f"la fiche « {code} »")

    def indicateur(self, code: str) -> Indicateur:
        """The indicator of that code; CodeInconnu otherwise."""
        return find(self.indicateurs, code, f"l’indicateur « {code} »")

    def fait(self, code: str) -> Fait:
        """The fact of that code; CodeInconnu otherwise."""
        return find(self.faits, code, f"le fait « {code} »")

    def jeu(self, nom: str) -> Jeu:
        """The dataset of that name; CodeInconnu otherwise."""
        return find(self.jeux, nom, f"le jeu de données « {nom} »")


def find(elements, code: str, quoi: str):
    """The element whose `code` (or `nom`) is the one asked for; CodeInconnu with a French sentence otherwise."""
    for element in elements:
        if getattr(element, "code", None) == code or getattr(element, "nom", None) == code:
            return element
    raise CodeInconnu(f"Le catalogue ne connaît pas {quoi} : vérifier l’orthographe du code.")
