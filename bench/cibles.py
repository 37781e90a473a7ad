"""Targets and what was measured of them: the last table of each page of this folder, all of them gathered in RESULTATS.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DOSSIER = Path(__file__).parent
ENSEMBLE = DOSSIER / "RESULTATS.md"
TITRE = "## Targets"
SIGNES = {True: "met", False: "**missed**", None: "not measured"}
ENTETE = ["| what | target | measured | |", "|---|---:|---:|---|"]


@dataclass(frozen=True)
class Cible:
    """One target. `tenue` is None when this run did not measure it."""

    quoi: str
    borne: str
    mesure: str
    tenue: bool | None


def at_most(quoi: str, borne: float, mesure: float | None, unite: str = "") -> Cible:
    """A target met when the measure is not above the bound."""
    return Cible(quoi, f"≤ {borne:g}{unite}", show(mesure, unite), None if mesure is None else mesure <= borne)


def at_least(quoi: str, borne: float, mesure: float | None, unite: str = "") -> Cible:
    """A target met when the measure is not below the bound."""
    return Cible(quoi, f"≥ {borne:,g}{unite}" if borne < 1e5 else f"≥ {borne:,.0f}{unite}", show(mesure, unite),
                 None if mesure is None else mesure >= borne)


def show(mesure: float | None, unite: str) -> str:
    """The measure as the table writes it."""
    if mesure is None:
        return "–"
    return f"{mesure:,.0f}{unite}" if abs(mesure) >= 100 or mesure == int(mesure) else f"{mesure:.2f}{unite}"


def publish(sortie: Path, texte: str, cibles: Iterable[Cible] = ()) -> None:
    """Print a page, write it with its targets, and gather those of every page."""
    lignes = [f"| {c.quoi} | {c.borne} | {c.mesure} | {SIGNES[c.tenue]} |" for c in cibles]
    page = "\n".join([texte.rstrip(), "", TITRE, "", *ENTETE, *lignes]) if lignes else texte.rstrip()
    print(page)
    sortie.write_text(page + "\n", encoding="utf-8")
    ENSEMBLE.write_text(gather(), encoding="utf-8")


def gather() -> str:
    """Every target of the folder, page by page; each was measured against its reference in one run of its own."""
    lignes = ["# Targets, and what was measured", "",
              "Gathered from the pages of this folder, which say how, on what machine and beside what other work each was "
              "measured. `make bench` writes them again, `make bench-long` those that take long.", ""]
    for page in sorted(DOSSIER.glob("*.md")):
        texte = page.read_text("utf-8")
        if page != ENSEMBLE and TITRE in texte:
            tableau = texte.split(TITRE)[1].strip().splitlines()
            lignes += [f"## [{texte.splitlines()[0].removeprefix('# ')}]({page.name})", "", *tableau, ""]
    return "\n".join(lignes).rstrip() + "\n"
