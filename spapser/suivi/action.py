"""What was done for an objective in a year, and the status that people gave it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spapser.typographie import format_jour


@dataclass(frozen=True)
class Action:
    """One objective, one year. The declared status is a person's; the proposed one is read in the text, to confirm.

    `document` names the deposited file it comes from, empty when the report tells it; `declare_le` is an ISO date.
    """

    objectif: str
    annee: int
    statut_declare: str
    statut_propose: str
    motif: str
    realisation: str
    lignes: tuple[int, ...]
    fiabilite: str
    note: str
    document: str = ""
    motif_declare: str = ""
    declare_par: str = ""
    declare_le: str = ""

    @property
    def statut(self) -> str:
        """Declared status, else the proposed one, else « sans statut »."""
        return self.statut_declare or self.statut_propose or "sans statut"

    @property
    def propose(self) -> bool:
        """True when the shown status is only proposed."""
        return not self.statut_declare and bool(self.statut_propose)


def describe_declaration(action: Action) -> str:
    """« Déclaré par la commande publique le 25 novembre 2026. Motif : … », empty when nobody declared a status."""
    if not action.statut_declare:
        return ""
    par = f" par {action.declare_par}" if action.declare_par else ""
    le = f" le {format_jour(date.fromisoformat(action.declare_le))}" if action.declare_le else ""
    motif = f" Motif : {action.motif_declare}" if action.motif_declare else ""
    return f"Déclaré{par}{le}.{motif}" if par or le or motif else ""


def count_declares(actions: Iterable[Action]) -> Counter:
    """Number of objectives by declared status."""
    return Counter(action.statut_declare for action in actions if action.statut_declare)


def count_proposes(actions: Iterable[Action]) -> Counter:
    """Number of objectives by proposed status, the declared ones left out: the two are never mixed."""
    return Counter(action.statut_propose for action in actions if action.propose)
