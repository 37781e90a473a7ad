"""The sheet of a page: pieces of HTML that follow one another leave in one message, charts between them.

Each message costs the server and the browser about as much as the next, short or long: a page of few messages is fast.
"""

from collections.abc import Sequence
from typing import Self

import streamlit as st

from spapser.charts import CONFIG
from spapser.ui.balises import show
from spapser.ui.graphique import Illustration


class Feuille:
    """Filled from top to bottom inside a `with`; what is still waiting leaves at its end."""

    def __init__(self) -> None:
        self.attente: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, genre: type | None, *suite: object) -> None:
        if genre is None:
            self.lay()

    def write(self, *morceaux: str) -> None:
        """Add pieces of safe HTML; an empty one is nothing."""
        self.attente += [morceau for morceau in morceaux if morceau]

    def lay(self) -> None:
        """Put what is waiting on the page."""
        if self.attente:
            show(f'<div class="suite">{"".join(f"<div>{morceau}</div>" for morceau in self.attente)}</div>')
        self.attente = []

    def place(self, illustration: Illustration) -> None:
        """A chart over the whole width, between its title and its values."""
        self.write(illustration.avant)
        if illustration.figure is not None:
            self.lay()
            draw(illustration)
        self.write(illustration.apres)

    def place_pair(self, illustrations: Sequence[Illustration]) -> None:
        """Two charts side by side, one under the other on a phone; the mark « fin » is where a column ends."""
        self.lay()
        with st.container(key=f"paire_{'_'.join(illustration.cle for illustration in illustrations)}"):
            for illustration in illustrations:
                if illustration.figure is not None:
                    show(illustration.avant)
                    draw(illustration)
                show(f'<div class="fin">{illustration.apres or illustration.avant}</div>')


def draw(illustration: Illustration) -> None:
    """The figure alone, told in words to whoever does not see it."""
    st.plotly_chart(illustration.figure, config=CONFIG, alt=illustration.alternative, key=f"figure_{illustration.cle}")
