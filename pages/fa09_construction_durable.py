"""Fiche 9: clauses and criteria against the legal horizon, weighting, training, reused materials."""

from spapser.ui.fiche import PageFiche, show_fiche


def fill(page: PageFiche) -> None:
    """What the page shows, from top to bottom."""
    page.chiffres("part_clause_environnementale", "part_critere_environnemental", "ponderation", "marches_materiaux_reemploi")
    page.section("Clauses et critères environnementaux")
    page.graphique("clauses")
    page.horizon()
    page.section("Pondération et formation")
    page.cote_a_cote("ponderation", "jalons")
    page.objectifs()
    page.section("Marchés ciblés")
    page.marches()
    page.suite()


show_fiche("fa09", fill)
