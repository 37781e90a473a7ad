"""Fiche 8: one count, zero for now, and its milestone."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa08")
page.chiffres("marches_clause_egalite")
page.section("Où en est la clause ?")
page.graphique("jalons")
page.objectifs()
page.suite()
