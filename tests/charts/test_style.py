"""Contrast is computed, not hoped for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.charts import style
from spapser.charts.texte import balance_texte, escape_texte, fold_texte, join_parties, wrap_texte

MARQUES = [style.TEAL, style.ACCENT, style.GRIS, *(categorie.fond for categorie in style.CATEGORIES)]


def compute_luminance(couleur):
    canaux = [int(couleur[rang:rang + 2], 16) / 255 for rang in (1, 3, 5)]
    lineaires = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux]
    return 0.2126 * lineaires[0] + 0.7152 * lineaires[1] + 0.0722 * lineaires[2]


def compute_contraste(une, autre):
    sombre, claire = sorted((compute_luminance(une), compute_luminance(autre)))
    return (claire + 0.05) / (sombre + 0.05)


@pytest.mark.parametrize("couleur", MARQUES)
@pytest.mark.parametrize("fond", [style.FOND_CLAIR, style.FOND_SOMBRE])
def test_marks_stand_out_on_both_themes(couleur, fond):
    assert compute_contraste(couleur, fond) >= 3


@pytest.mark.parametrize("categorie", style.CATEGORIES)
def test_text_in_a_bar_is_readable(categorie):
    assert compute_contraste(categorie.fond, categorie.encre) >= 4.5


def test_neighbours_differ_in_greyscale_and_by_pattern():
    for une, autre in zip(style.CATEGORIES, style.CATEGORIES[1:], strict=False):
        assert compute_contraste(une.fond, autre.fond) >= 1.35
    assert len({categorie.motif for categorie in style.CATEGORIES}) == len(style.CATEGORIES) <= 6


def test_hostile_text_is_shown_as_it_is():
    assert escape_texte("<b>x</b><a href='javascript:1'>") == "&lt;b&gt;x&lt;/b&gt;&lt;a href='javascript:1'&gt;"
    assert escape_texte("R&D &lt; $x$\n\t !") == "R&amp;D &amp;lt; &#36;x&#36; !"


@given(st.text(max_size=300))
def test_no_text_ever_opens_a_tag(texte):
    assert set("<>$").isdisjoint(escape_texte(texte))
    assert set("<>").isdisjoint(wrap_texte(texte).replace("<br>", ""))


def test_a_number_is_never_separated_from_its_unit():
    assert "97\u202f972\u00a0heures" in fold_texte("mot " * 9 + "97\u202f972\u00a0heures", 40)[-1]


def test_no_lonely_word_at_the_end():
    assert balance_texte("Travaux de voiries et assainissement (lots 1 et 2)", 43)[-1] == "assainissement (lots 1 et 2)"
    assert len(join_parties(["a" * 30, "b" * 30]).split("<br>")) == 2
