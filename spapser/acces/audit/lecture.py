"""Read the audit log again: is every line the one that was written, in its place, up to the last?"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from spapser.acces.audit.ligne import ORIGINE, head_path, log_path, read_line
from spapser.acces.fichier import hold, read_file
from spapser.dossier import describe_panne
from spapser.errors import AccesIllisible


@dataclass(frozen=True)
class Verdict:
    """`lignes` are sound from the first; `faute` says in one French sentence where the chain breaks, empty when it does not.

    `tete` is the SHA-256 of the last sound line: kept elsewhere, it shows later that nothing before it was rewritten.
    """

    lignes: int
    tete: str
    faute: str = ""


def read_raw() -> Iterator[bytes]:
    """The lines as they are on the disk; none when nothing was ever written. AccesIllisible when out of reach."""
    try:
        with log_path().open("rb") as flux:
            yield from flux
    except FileNotFoundError:
        return
    except OSError as erreur:
        raise AccesIllisible(f"Le journal d’audit ne s’ouvre pas ({describe_panne(erreur)}) : corriger les droits du "
                             "dossier « audit ».") from None


def read_entries() -> list[dict]:
    """The lines that can be read, oldest first: rang, date, acte, qui, compte, origine, objet, precedent, empreinte."""
    return [ligne for ligne in map(read_line, read_raw()) if ligne is not None]


def verify_chain() -> Verdict:
    """Follow the chain from the first line to the head, while nobody writes."""
    with hold_if_possible():
        return follow(read_file(head_path()))


def follow(attendue: dict) -> Verdict:
    """Every line in its place; the torn end of a line beyond the head is that of a killed process, and was told to nobody."""
    tete, rang = ORIGINE, 0
    for octets in read_raw():
        if not octets.endswith(b"\n") and attendue and rang >= attendue["rang"]:
            break
        ligne = read_line(octets)
        if ligne is None:
            return Verdict(rang, tete, f"La chaîne est rompue à la ligne {rang + 1} : la ligne a été modifiée ou coupée.")
        if (ligne["rang"], ligne["precedent"]) != (rang + 1, tete):
            return Verdict(rang, tete, f"La chaîne est rompue à la ligne {rang + 1} : elle ne suit pas la précédente ; des "
                                       "lignes ont été retirées, ajoutées ou déplacées.")
        tete, rang = ligne["empreinte"], rang + 1
    return Verdict(rang, tete, find_cut(rang, tete, attendue))


@contextmanager
def hold_if_possible() -> Iterator[None]:
    """Hold the log for the time of a reading; a copy on a read-only disk is read as it is."""
    with ExitStack() as pile:
        if log_path().parent.is_dir():
            with suppress(OSError):
                pile.enter_context(hold(log_path()))
        yield


def find_cut(rang: int, tete: str, attendue: dict) -> str:
    """What the head says of the end of the log. A single line may be ahead of it: its process was killed just then."""
    if not attendue:
        return "" if rang <= 1 else f"La chaîne ne peut pas être suivie jusqu’au bout : « {head_path().name} » a disparu."
    if rang < attendue.get("rang", 0):
        return (f"La chaîne est rompue à la ligne {rang + 1} : le journal s’arrête là, alors qu’il a compté "
                f"{attendue['rang']} lignes ; la fin a été retirée.")
    if rang == attendue["rang"] and tete != attendue.get("empreinte"):
        return f"La chaîne est rompue à la ligne {rang} : ce n’est pas la dernière ligne qui a été écrite."
    if rang > attendue["rang"] + 1:
        return f"La chaîne est rompue à la ligne {attendue['rang'] + 2} : des lignes ont été ajoutées sans passer par le produit."
    return ""
