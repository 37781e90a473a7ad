"""Fiche 6: meetings with the adapted sector, contracts reserved to it, purchases to source."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("marches_reserves_ea", "actions_sensibilisation", "achats_a_sourcer")
    page.section("Se connaître")
    page.graphique("jalons")
    page.objectifs()
    page.section("Achats à sourcer auprès du secteur adapté")
    page.achats()
    page.suite()


show_fiche("fa06", fill)
