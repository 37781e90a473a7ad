"""Fiche 3: the companies asked about their responsibility, where they are, the one distinguished."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("entreprises_1m", "part_entreprises_territoire", "entreprises_valorisees", "part_questionnaire_rse")
    page.section("Les entreprises interrogées")
    page.cote_a_cote("origine", "jalons")
    page.objectifs()
    page.suite()


show_fiche("fa03", fill)
