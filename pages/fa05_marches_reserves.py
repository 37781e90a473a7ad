"""Fiche 5: the people who work in reserved contracts, where they come from, how they leave."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("salaries", "part_femmes", "salaries_qpv", "sorties_positives")
    page.section("Les personnes des marchés réservés")
    page.cote_a_cote("structures", "sexe")
    page.cote_a_cote("sorties", "jalons")
    page.objectifs()
    page.section("Achats étudiés pour une réservation")
    page.achats()
    page.suite()


show_fiche("fa05", fill)
