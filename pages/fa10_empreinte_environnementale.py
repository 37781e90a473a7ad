"""Fiche 10: refurbished and given equipment, contracts aimed at reuse."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa10")
page.chiffres("smartphones_reconditionnes", "montant_reconditionne", "dons", "marches_reemploi")
page.section("Réemploi et dons")
page.cote_a_cote("equipements", "jalons")
page.objectifs()
page.section("Marchés ciblés pour le réemploi et le recyclage")
page.marches()
page.suite()
