"""Fiche 10: refurbished and given equipment, contracts aimed at reuse."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("smartphones_reconditionnes", "montant_reconditionne", "dons", "marches_reemploi")
    page.section("Réemploi et dons")
    page.cote_a_cote("equipements", "jalons")
    page.objectifs()
    page.section("Marchés ciblés pour le réemploi et le recyclage")
    page.marches()
    page.suite()


show_fiche("fa10", fill)
