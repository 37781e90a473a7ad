"""A measure: one value of one indicator for one year, with its target, its past, its origin and its source lines."""

from dataclasses import dataclass

from spapser.catalogue.model import Indicateur
from spapser.suivi.statut import Evolution, Statut, compute_evolution, compute_statut, compute_taux
from spapser.typographie import format_quantite, format_secret


@dataclass(frozen=True)
class Cible:
    """A dated target: `comparaison` is « au moins » or « au plus »; `lignes` are lines of the source text (may be empty).

    `document` names the deposited file that says so (« cibles 2025.csv (édition 3) »), empty when the report does.
    """

    annee: int
    valeur: float
    comparaison: str
    retenue: bool
    nature: str
    source: str
    lignes: tuple[int, ...]
    fiabilite: str
    note: str
    lien: str = ""
    document: str = ""


@dataclass(frozen=True)
class Valeur:
    """One reading of an indicator. `origine`: publiee or calculee; `retenue`: the report's own leading reading.

    `document` names the deposited files it comes from, empty when it comes from the report alone. `secret` says why the numbers
    are hidden: the threshold that the value is under, 0 when it would give a smaller one back, None when they are not.
    """

    valeur: float | None
    numerateur: float | None
    denominateur: float | None
    origine: str
    retenue: bool
    lignes: tuple[int, ...]
    fiabilite: str
    note: str
    document: str = ""
    secret: int | None = None


@dataclass(frozen=True)
class Mesure:
    """The leading value of an indicator for a year (or of one modality of a breakdown), the other readings kept beside it.

    For a breakdown, `dimension` is the group (« Services ») and `modalite` the category (« Collecte… »); both are
    empty for a plain indicator. Of a figure counted among contracts, `en_valeur` is the same share in euros, and `inconnues`
    how many answers are unknown (numerator) among how many (denominator). `ecartee` is last year's value on another perimeter:
    said, never compared with. `secret_precedent` is the `secret` of last year's value.
    """

    indicateur: Indicateur
    annee: int
    tenue: Valeur | None
    autres: tuple[Valeur, ...] = ()
    dimension: str = ""
    modalite: str = ""
    cible: Cible | None = None
    reperes: tuple[Cible, ...] = ()
    precedente: float | None = None
    annee_precedente: int | None = None
    en_valeur: Valeur | None = None
    inconnues: Valeur | None = None
    ecartee: float | None = None
    secret_precedent: int | None = None

    @property
    def secret(self) -> int | None:
        """Why the value is hidden, None when it is not."""
        return self.tenue.secret if self.tenue else None

    @property
    def valeur(self) -> float | None:
        """The leading value, None when nothing was published or computed for the year."""
        return self.tenue.valeur if self.tenue else None

    @property
    def dite(self) -> bool:
        """True when something is said of the value: itself, or that it is hidden."""
        return self.valeur is not None or self.secret is not None

    @property
    def taux(self) -> float | None:
        """Achieved over target, as a share."""
        return compute_taux(self.valeur, self.cible.valeur if self.cible else None)

    @property
    def statut(self) -> Statut:
        """Status against the year's target; a hidden value has one only when every value it may have has the same."""
        cible = self.cible.valeur if self.cible else None
        comparaison = self.cible.comparaison if self.cible else "au moins"
        concerne = self.annee not in self.indicateur.non_concerne
        if self.secret is None or cible is None or not concerne:
            return compute_statut(self.valeur, cible, comparaison, concerne)
        possibles = {compute_statut(float(valeur), cible, comparaison) for valeur in range(self.secret)}
        return possibles.pop() if len(possibles) == 1 else Statut.SECRET

    @property
    def evolution(self) -> Evolution | None:
        """Movement since the previous year."""
        return compute_evolution(self.valeur, self.precedente, self.annee_precedente, self.indicateur.sens)

    @property
    def texte(self) -> str:
        """The leading value in French with its unit: « 97 972 heures », « n.d. », « < 5 » when it is hidden."""
        if self.secret is not None:
            return format_secret(self.secret)
        return format_quantite(self.valeur, self.indicateur.unite, self.indicateur.decimales)

    @property
    def texte_cible(self) -> str:
        """The target in French with its unit, empty without a target."""
        return format_quantite(self.cible.valeur, self.indicateur.unite, self.indicateur.decimales) if self.cible else ""

    @property
    def texte_precedente(self) -> str:
        """Last year's value in French, empty when unknown; one that cannot be compared says so."""
        if self.precedente is None and self.ecartee is not None:
            ecartee = format_quantite(self.ecartee, self.indicateur.unite, self.indicateur.decimales)
            return f"{ecartee} (autre périmètre)"
        if self.secret_precedent is not None:
            return format_secret(self.secret_precedent)
        if self.precedente is None:
            return ""
        return format_quantite(self.precedente, self.indicateur.unite, self.indicateur.decimales)


@dataclass(frozen=True)
class Jalon:
    """A dated milestone or event. `precision`: jour, mois, semestre or annee; `etat`: realise, annonce or non_realise.

    `document` names the deposited file it comes from, empty when the report tells it.
    """

    titre: str
    debut: str
    fin: str
    precision: str
    etat: str
    genre: str
    fiche: str
    lieu: str
    valeur: float | None
    lignes: tuple[int, ...]
    note: str
    document: str = ""
