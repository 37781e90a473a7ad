"""Fiche 4: hours against target, where they come from, who they serve, what becomes of them."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("heures", "beneficiaires", "part_qpv", "part_en_parcours")
    page.section("Les heures d’insertion")
    page.graphique("heures")
    page.graphique("operations")
    page.section("Les personnes")
    page.cote_a_cote("territoire", "etudes")
    page.cote_a_cote("situation", "contrats")
    page.repartitions("age", "publics", "cdi")
    page.objectifs()
    page.suite()


show_fiche("fa04", fill)
