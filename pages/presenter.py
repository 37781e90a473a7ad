"""The year on a stage: slides chosen and ordered here, then shown one by one. No frame: the address holds everything."""

from spapser.ui.presenter.ecran import render_presentation

render_presentation()
