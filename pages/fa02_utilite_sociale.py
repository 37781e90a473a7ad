"""Fiche 2: reserved contracts and who holds them, the Matinale, what could be reserved next."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("marches_reserves", "part_marches_reserves", "participants_matinale", "achats_a_reserver")
    page.section("Les marchés réservés")
    page.cote_a_cote("reserves", "cible")
    page.marches("reservation")
    page.section("Rencontres et suites")
    page.graphique("jalons")
    page.objectifs()
    page.section("Achats étudiés pour une réservation")
    page.achats()
    page.suite()


show_fiche("fa02", fill)
