"""Fiche 11: targets written into the catering contract, steps towards zero waste."""

from spapser.ui.fiche import open_fiche

page = open_fiche("fa11")
page.chiffres("part_bio", "part_circuit_court", "marches_criteres_environnementaux")
page.section("Ce que le marché impose")
page.cote_a_cote("cibles", "jalons")
page.objectifs()
page.suite()
