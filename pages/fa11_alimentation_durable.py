"""Fiche 11: targets written into the catering contract, steps towards zero waste."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("part_bio", "part_circuit_court", "marches_criteres_environnementaux")
    page.section("Ce que le marché impose")
    page.cote_a_cote("cibles", "jalons")
    page.objectifs()
    page.suite()


show_fiche("fa11", fill)
