"""Text in a chart is text, whatever it holds, and folds where French allows it."""

from hypothesis import given
from hypothesis import strategies as st

from spapser.charts.texte import balance_texte, escape_texte, fold_texte, join_parties, wrap_texte


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
