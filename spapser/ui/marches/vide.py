"""The page « Marchés » of an edition that has no contract yet."""

from spapser.ui.balises import show
from spapser.ui.cadre import link_page


def render_vide() -> None:
    """What the page will show, and the way to make it do so."""
    show('<div class="vide"><h2 class="constat">Aucun contrat n’est encore publié</h2><p>Dès qu’un fichier de données '
         "essentielles (DECP) ou un tableur de marchés sera publié, cette page montrera chaque contrat derrière les chiffres : "
         "objet, titulaires, montants, clauses et modifications. Les indicateurs calculés mèneront à leurs contrats, que l’on "
         "pourra filtrer, trier et emporter.</p></div>")
    link_page("deposer", "Déposer un fichier de contrats", jeu="Contrats")
