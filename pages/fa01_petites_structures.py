"""Fiche 1: who wins the contracts, how much time they have, who came to the meetings, advances."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("part_tpe_pme", "part_publicite_prolongee", "participants", "taux_avance")
    page.section("La part des petites structures")
    page.cote_a_cote("tpe_pme", "publicite")
    page.section("Rencontres et avances")
    page.cote_a_cote("rencontres", "avances")
    page.objectifs()
    page.section("Achats à sourcer", "Le sourçage consiste à consulter les fournisseurs avant de rédiger le marché.")
    page.achats()
    page.suite()


show_fiche("fa01", fill)
