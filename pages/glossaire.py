"""The words of the field, in plain language."""

from spapser.ui.cadre import render_titre
from spapser.ui.glossaire import render_glossaire

render_titre("Glossaire", "Les sigles et les mots de la commande publique et de l’insertion, en langage courant.",
             False)
render_glossaire()
