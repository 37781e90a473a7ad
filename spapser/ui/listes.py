"""Lists behind the figures: contracts named by the report, purchases to come, structures."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spapser.suivi.source import write_sources
from spapser.ui.balises import t, tableau

VIDE = "–"


def write_liste(legende: str, colonnes: Sequence[str], lignes: list[tuple[str, ...]]) -> str:
    """A table without the columns that no row fills."""
    gardees = [i for i in range(len(colonnes)) if any(ligne[i] != VIDE for ligne in lignes)]
    return tableau(legende, [colonnes[i] for i in gardees], [[ligne[i] for i in gardees] for ligne in lignes])


def write_marches(marches: Iterable[dict], legende: str) -> str:
    """Contracts with holder, situation, reservation or clause, source."""
    lignes = [(t(m["marche"]) + (f'<br><span class="source">{t(m["lot"])}</span>' if m["lot"] else ""),
               t(m["titulaire"] or VIDE), t(m["situation"]), t(m["reservation"] or m["clause"] or VIDE),
               t(write_sources([m])) + (f'<br><span class="source">{t(m["note"])}</span>' if m["note"] else ""))
              for m in marches]
    return write_liste(legende, ("Marché", "Titulaire", "Situation", "Réservation ou clause", "Source"), lignes)


def write_achats(achats: Iterable[dict], legende: str) -> str:
    """Purchases to come, one row per purchase, what each fiche says of it put together."""
    lignes = [(t(achat), t(join(faits, "reservation")), t(join(faits, "sourcage")), t(join(faits, "public_vise")),
               t(join(faits, "structure")), t(write_sources(faits)))
              for achat, faits in group_achats(achats).items()]
    return write_liste(legende, ("Achat", "Réservation", "Sourçage", "Structures visées", "Structure citée", "Source"), lignes)


def group_achats(achats: Iterable[dict]) -> dict[str, list[dict]]:
    """Purchases by name, alphabetical."""
    groupes: dict[str, list[dict]] = defaultdict(list)
    for achat in achats:
        groupes[achat["achat"]].append(achat)
    return dict(sorted(groupes.items()))


def join(faits: list[dict], colonne: str) -> str:
    """The distinct values of a column, in order."""
    valeurs = list(dict.fromkeys(f[colonne] for f in faits if f[colonne]))
    return ", ".join(valeurs) or VIDE
