"""Fiche 7: no figure yet, so its milestones tell the story."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa07")
page.section("Où en est la charte ?")
page.graphique("jalons")
page.objectifs()
page.suite()
