"""What a verification found. An anomaly is a value, never an exception; its phrase is what a person reads."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Anomalie:
    """One thing to mend: where (file, line, column, cell), which rule, what is wrong and how to mend it.

    `ligne` is None when the whole file is concerned; `bloquante` is False when the file may be used all the same.
    """

    fichier: str
    ligne: int | None
    colonne: str
    valeur: str
    regle: str
    message: str
    remede: str
    bloquante: bool = True

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
class Rapport:
    """Everything found in the file of one dataset, in the order of its lines."""

    jeu: str
    anomalies: tuple[Anomalie, ...] = ()

    @property
    def bloquantes(self) -> tuple[Anomalie, ...]:
        """The anomalies that forbid using the file."""
        return tuple(anomalie for anomalie in self.anomalies if anomalie.bloquante)

    @property
    def accepte(self) -> bool:
        """True when nothing forbids using the file."""
        return not self.bloquantes

    @property
    def phrase(self) -> str:
        """The first anomaly, blocking ones first, and how many others there are; empty when there is none."""
        return summarise(self.bloquantes + tuple(a for a in self.anomalies if not a.bloquante))


def summarise(anomalies: tuple[Anomalie, ...]) -> str:
    """One sentence for several anomalies: the first one « et N autres anomalies »; empty when there is none."""
    if not anomalies:
        return ""
    autres = len(anomalies) - 1
    suite = {0: "", 1: ", et 1 autre anomalie"}.get(autres, f", et {autres} autres anomalies")
    return f"{anomalies[0].phrase.removesuffix('.')}{suite}."
