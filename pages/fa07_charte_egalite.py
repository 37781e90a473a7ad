"""Fiche 7: no figure yet, so its milestones tell the story."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.section("Où en est la charte ?")
    page.graphique("jalons")
    page.objectifs()
    page.suite()


show_fiche("fa07", fill)
