"""Fiche 5: the people who work in reserved contracts, where they come from, how they leave."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa05")
page.chiffres("salaries", "part_femmes", "salaries_qpv", "sorties_positives")
page.section("Les personnes des marchés réservés")
page.cote_a_cote("structures", "sexe")
page.cote_a_cote("sorties", "jalons")
page.objectifs()
page.section("Achats étudiés pour une réservation")
page.achats()
page.suite()
