"""What a verification found. An anomaly is a value, never an exception; its phrase is what a person reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Anomalie:
    """One thing to mend: where (file, line, column, cell), which rule, what is wrong and how to mend it.

    `ligne` is None when the whole file is concerned; `bloquante` is False when the file may be used all the same.
    `cellule` is the name that a spreadsheet gives the cell (« D14 »), empty for a whole line or file.
    """

    fichier: str
    ligne: int | None
    colonne: str
    valeur: str
    regle: str
    message: str
    remede: str
    bloquante: bool = True
    cellule: str = ""

    @property
    def lieu(self) -> str:
        """« Fichier « cibles.csv », ligne 3, colonne « valeur » »."""
        morceaux = [f"Fichier « {self.fichier} »"]
        morceaux += [f"ligne {self.ligne}"] if self.ligne is not None else []
        morceaux += [f"colonne « {self.colonne} »"] if self.colonne else []
        return ", ".join(morceaux)

    @property
    def phrase(self) -> str:
        """One French sentence: where, what, how to mend."""
        return f"{self.lieu} : {self.message} ; {self.remede}."


@dataclass(frozen=True)
class Lieu:
    """Where something is wrong, before saying what."""

    fichier: str
    ligne: int | None = None
    colonne: str = ""
    valeur: str = ""

    def report(self, regle: str, message: str, remede: str, bloquante: bool = True) -> Anomalie:
        """The anomaly of that place."""
        return Anomalie(self.fichier, self.ligne, self.colonne, self.valeur, regle, message, remede, bloquante)


@dataclass(frozen=True)
class Cause:
    """Anomalies that have the same rule and column: how many there are, the first ones, what to do.

    `cle` names the cause from one reading of the file to the next: it is what a person ticks and the journal records.
    """

    regle: str
    colonne: str
    message: str
    remede: str
    nombre: int
    premieres: tuple[Anomalie, ...]
    bloquante: bool
    cle: str


@dataclass(frozen=True)
class Rapport:
    """What was found in the rows of one dataset, in their order.

    For a deposited file, `anomalies` are the first ones of each cause and `nombres` says how many there are;
    `lignes` were judged, `annees` are the years found, `remplies` counts the cells filled by default, column by column.
    """

    jeu: str
    anomalies: tuple[Anomalie, ...] = ()
    nombres: Mapping[str, int] = field(default_factory=dict)
    lignes: int = 0
    annees: tuple[int, ...] = ()
    remplies: Mapping[str, int] = field(default_factory=dict)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Anomalies grouped by cause, blocking ones first, then in the order of the file."""
        groupes: dict[str, list[Anomalie]] = {}
        for anomalie in self.anomalies:
            groupes.setdefault(name_cause(anomalie), []).append(anomalie)
        causes = [build_cause(cle, groupe, self.nombres.get(cle, len(groupe))) for cle, groupe in groupes.items()]
        return tuple(sorted(causes, key=lambda cause: not cause.bloquante))

    @property
    def bloquantes(self) -> tuple[Cause, ...]:
        """The causes that forbid using the file."""
        return tuple(cause for cause in self.causes if cause.bloquante)

    @property
    def avertissements(self) -> tuple[Cause, ...]:
        """The causes that a person must acknowledge."""
        return tuple(cause for cause in self.causes if not cause.bloquante)

    @property
    def accepte(self) -> bool:
        """True when nothing forbids using the file."""
        return not any(anomalie.bloquante for anomalie in self.anomalies)

    @property
    def phrase(self) -> str:
        """The first anomaly, blocking ones first, and how many others there are; empty when there is none."""
        return summarise(tuple(sorted(self.anomalies, key=lambda anomalie: not anomalie.bloquante)))


def name_cause(anomalie: Anomalie) -> str:
    """« type/valeur »: the rule and the column."""
    return f"{anomalie.regle}/{anomalie.colonne}"


def build_cause(cle: str, anomalies: list[Anomalie], nombre: int) -> Cause:
    """A cause speaks with the words of its first anomaly, and shows five at most."""
    premiere = anomalies[0]
    return Cause(premiere.regle, premiere.colonne, premiere.message, premiere.remede, nombre, tuple(anomalies[:5]),
                 premiere.bloquante, cle)


def summarise(anomalies: tuple[Anomalie, ...]) -> str:
    """One sentence for several anomalies: the first one « et N autres anomalies »; empty when there is none."""
    if not anomalies:
        return ""
    autres = len(anomalies) - 1
    suite = {0: "", 1: ", et 1 autre anomalie"}.get(autres, f", et {autres} autres anomalies")
    return f"{anomalies[0].phrase.removesuffix('.')}{suite}."
