"""Contrast is computed, not hoped for: on both themes, in grey, and as the three common colour-vision deficiencies see it."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise

import pytest

from spapser.charts import CHARTS, style
from spapser.charts.part import EPAISSEUR
from spapser.charts.style import CATEGORIES
from tests.charts.fabrique import make_mesure, make_repartition
from tests.server.lancement import PROJECT

THEME = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
FONDS = {"clair": THEME["backgroundColor"], "sombre": THEME["dark"]["backgroundColor"]}
MARQUES = {"teal": style.TEAL, "accent": style.ACCENT, "gris": style.GRIS,
           **{f"série {rang}": categorie.fond for rang, categorie in enumerate(CATEGORIES, 1)}}
# Machado, Oliveira and Fernandes, « A Physiologically-based Model for Simulation of Color Vision Deficiency », 2009, at full
# severity, over linear red, green and blue.
VISIONS = {
    "commune": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopie": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutéranopie": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopie": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))}
CHAQUE_VISION = pytest.mark.parametrize("vision", VISIONS)
CHAQUE_FOND = pytest.mark.parametrize("fond", FONDS.values(), ids=FONDS)


def read_lineaire(couleur: str) -> list[float]:
    canaux = [int(couleur[rang:rang + 2], 16) / 255 for rang in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]


def compute_luminance(couleur: str, vision: str = "commune") -> float:
    vue = [min(max(sum(p * c for p, c in zip(poids, read_lineaire(couleur), strict=True)), 0), 1) for poids in VISIONS[vision]]
    return 0.2126 * vue[0] + 0.7152 * vue[1] + 0.0722 * vue[2]


def compute_contraste(une: str, autre: str, vision: str = "commune") -> float:
    sombre, claire = sorted((compute_luminance(une, vision), compute_luminance(autre, vision)))
    return (claire + 0.05) / (sombre + 0.05)


@CHAQUE_VISION
@CHAQUE_FOND
@pytest.mark.parametrize("marque", MARQUES.values(), ids=MARQUES)
def test_a_mark_stands_out_from_the_page(marque: str, fond: str, vision: str) -> None:
    assert compute_contraste(marque, fond, vision) >= 3


@CHAQUE_VISION
@pytest.mark.parametrize("categorie", CATEGORIES, ids=lambda categorie: categorie.fond)
def test_text_in_a_bar_is_readable(categorie: style.Categorie, vision: str) -> None:
    assert compute_contraste(categorie.fond, categorie.encre, vision) >= 4.5


@CHAQUE_FOND
@pytest.mark.parametrize("cle", ["textColor", "linkColor", "primaryColor"])
def test_text_of_the_theme_is_readable(cle: str, fond: str) -> None:
    theme = THEME if fond == FONDS["clair"] else THEME["dark"]
    for derriere in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        assert compute_contraste(theme[cle], derriere) >= 4.5


def test_the_border_of_a_field_shows_it() -> None:
    for theme in (THEME, THEME["dark"]):
        assert compute_contraste(theme["borderColor"], theme["backgroundColor"]) >= 3


def test_series_are_told_apart_without_colour() -> None:
    assert len({categorie.motif for categorie in CATEGORIES}) == len(CATEGORIES)
    for une, autre in pairwise(CATEGORIES):
        assert compute_contraste(une.fond, autre.fond) >= 1.35  # in grey too, besides the pattern


def test_segments_of_a_bar_are_parted_by_the_page() -> None:
    """Neighbours are seldom 3 to 1 apart, and need not be: the page shows between them, and they stand out from it."""
    mesures = make_repartition("personnes", ("", "A", 60), ("", "B", 30), ("", "C", 10))
    traces = CHARTS["part"](mesures).to_dict()["data"]
    barres = [trace for trace in traces if trace["type"] == "bar" and EPAISSEUR in trace["width"]]
    bords = sorted((debut, debut + longueur) for trace in barres for debut, longueur in list_bords(trace))
    assert len(bords) == 3
    assert all(suivant[0] > precedent[1] for precedent, suivant in pairwise(bords))


def list_bords(trace: dict) -> Iterator[tuple[float, float]]:
    bases = trace["base"] if isinstance(trace["base"], list) else [trace["base"]] * len(trace["x"])
    return zip(bases, trace["x"], strict=True)


@pytest.mark.parametrize("valeur", [10, 80, 120])
def test_bands_too_alike_end_at_a_tick_that_stands_out(valeur: float) -> None:
    figure = CHARTS["cible"]([make_mesure(valeur, 100)]).to_dict()
    bandes = sorted((f["x0"], f["x1"]) for f in figure["layout"]["shapes"] if f.get("fillcolor") in style.BANDES)
    bornes = sorted(f["xanchor"] for f in figure["layout"]["shapes"] if f.get("name") == "borne")
    assert [fin for _, fin in bandes[:-1]] == bornes
    assert {f["fillcolor"] for f in figure["layout"]["shapes"] if f.get("name") == "borne"} == {style.GRIS}
