"""Take the data away: each dataset as CSV and Parquet, with its dictionary."""

from spapser.ui import donnees
from spapser.ui.cadre import render_titre

render_titre("Données", "Tout ce que montre ce tableau de bord, à télécharger et à réutiliser.")
donnees.render_resultats()
donnees.render_jeux()
donnees.render_suite()
