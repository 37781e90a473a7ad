"""What every chart of the registry owes to its reader, whatever the data."""

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spapser.charts import CHARTS, CONFIG, describe, draw_frise, draw_multiple, draw_territoire
from tests.charts import fabrique
from tests.charts.lecture import list_tags, read_json, read_page, read_textes

FIGURES = {
    "cible": lambda: CHARTS["cible"](fabrique.make_cibles()),
    "evolution": lambda: CHARTS["evolution"](fabrique.make_evolutions()),
    "barres": lambda: CHARTS["barres"](fabrique.make_operations()),
    "part": lambda: CHARTS["part"](fabrique.make_parcours()),
    "part par structure": lambda: CHARTS["part"](fabrique.make_structures()),
    "territoire": lambda: draw_territoire(fabrique.make_quartiers(), fabrique.COMMUNES),
    "multiple": lambda: draw_multiple(fabrique.make_heures()),
    "frise": lambda: draw_frise(fabrique.make_jalons()),
    "vide": lambda: CHARTS["part"]([]),
}


@pytest.fixture(params=FIGURES, name="figure")
def build_each(request):
    return FIGURES[request.param]()


@pytest.mark.parametrize("nom", CHARTS)
def test_without_data_says_so_in_french(nom):
    absente = fabrique.make_part("Part", None)
    for mesures in ([], [absente], [absente, absente]):
        figure = CHARTS[nom](mesures)
        assert isinstance(figure, go.Figure)
        assert read_page(figure) == "Aucune donnée publiée pour cette année."


@pytest.mark.parametrize("nom", CHARTS)
@pytest.mark.parametrize("valeur", [0, 0.0004, 1e-9, 12345678901.5, 1e15, float("nan"), float("inf")])
def test_extreme_numbers_still_draw(nom, valeur):
    figure = CHARTS[nom]([fabrique.make_mesure(valeur, 25000, 3), fabrique.make_mesure(12, 0, 0)])
    assert "NaN" not in figure.to_json()
    assert "Infinity" not in figure.to_json()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.none() | st.floats(0, 1e12), st.none() | st.floats(0, 1e9), st.none() | st.floats(0, 1e12),
                          st.text(max_size=120), st.sampled_from(["", "Services", "<i>"]),
                          st.sampled_from(["%", "euros", "heures"])), max_size=9))
def test_any_measures_draw_and_describe(lignes):
    mesures = [fabrique.make_mesure(valeur, cible, avant, fabrique.make_indicateur(nom or "x", unite), modalite=nom,
                                    dimension=groupe) for valeur, cible, avant, nom, groupe, unite in lignes]
    for nom, draw in CHARTS.items():
        assert list_tags(draw(mesures)) <= {"<br>", "<b>", "</b>"}
        assert describe(nom, "Titre", mesures)


def test_data_is_never_markup():
    hostile = fabrique.make_repartition("heures", (fabrique.HOSTILE, fabrique.HOSTILE, 3), ("b", fabrique.HOSTILE, 2))
    mesure = fabrique.make_mesure(3, 2, 1, fabrique.make_indicateur(fabrique.HOSTILE, "<i>h</i>"))
    commune = {"nom": fabrique.HOSTILE, "latitude": 48.7, "longitude": 2.3, "population": 1}
    jalon = fabrique.make_jalon(fabrique.HOSTILE, "2024-01-01", lieu="<u>x</u>")
    figures = [draw([*hostile, mesure]) for draw in CHARTS.values()]
    figures += [draw_territoire(hostile, [commune]), draw_multiple(mesure), draw_frise([jalon])]
    for figure in figures:
        assert list_tags(figure) <= {"<br>", "<b>", "</b>"}
        assert not any("$" in texte for texte in read_textes(figure))


def test_no_english_default_no_title_no_legend(figure):
    contenu = read_json(figure)
    assert not any(mot in str(contenu) for mot in ("trace 0", "trace 1", "Click to", "new text"))
    assert all(trace["hovertemplate"].endswith("<extra></extra>") for trace in contenu["data"])
    assert "title" not in contenu["layout"]
    assert contenu["layout"]["showlegend"] is False


def test_is_still_and_transparent(figure):
    layout = read_json(figure)["layout"]
    assert layout["dragmode"] is False
    assert layout["separators"] == ",\u202f"
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert "family" not in layout["font"]


def test_lines_are_short_enough_for_a_phone(figure):
    lignes = [ligne for texte in read_textes(figure) for ligne in texte.split("<br>")]
    assert max(len(ligne.replace("<b>", "").replace("</b>", "")) for ligne in lignes) <= 60


def test_the_browser_is_told_french_words():
    assert CONFIG["locale"] == "fr"
    assert CONFIG["displayModeBar"] is False
    assert CONFIG["displaylogo"] is False
    assert CONFIG["locales"]["fr"]["format"]["months"][7] == "août"
