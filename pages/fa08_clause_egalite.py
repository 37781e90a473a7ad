"""Fiche 8: one count, zero for now, and its milestone."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("marches_clause_egalite")
    page.section("Où en est la clause ?")
    page.graphique("jalons")
    page.objectifs()
    page.suite()


show_fiche("fa08", fill)
