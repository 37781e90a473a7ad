"""What the speaker reads while the slides are shown in another window; both follow the same slide."""

from spapser.ui.presenter.ecran import render_orateur

render_orateur()
