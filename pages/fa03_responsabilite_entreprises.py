"""Fiche 3: the companies asked about their responsibility, where they are, the one distinguished."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa03")
page.chiffres("entreprises_1m", "part_entreprises_territoire", "entreprises_valorisees", "part_questionnaire_rse")
page.section("Les entreprises interrogées")
page.cote_a_cote("origine", "jalons")
page.objectifs()
page.suite()
