"""Everything one can take away: each format with what it is for, for the whole year or one fiche, and each chart as an image."""

from spapser.ui import exporter
from spapser.ui.cadre import render_titre

render_titre("Exporter", "Le bilan de l’année, les diapositives, les données et les images, tirés des mêmes chiffres.")
fiche = exporter.choose_fiche()
exporter.render_documents(fiche)
exporter.render_images(fiche)
exporter.render_donnees()
