"""From a file on the desk to published figures: choose, drop, read the verdict, see the effect, publish."""

from spapser.ui.annonce import render_annonce
from spapser.ui.cadre import render_titre
from spapser.ui.deposer import choix, colonnes, fichier, publication, verdict
from spapser.ui.ecriture import render_ferme

render_titre("Déposer", "Un fichier de l’année, tel qu’il sort de votre tableur : il est lu, contrôlé, et rien n’est publié sans "
             "que vous ayez vu ce qu’il change.")
render_annonce()
publication.render_suite()
if not render_ferme():
    choisi = choix.choose()
    depot = fichier.receive(choisi)
    if depot is not None and not fichier.render_faute(depot):
        verdict.render_lecture(depot.examen, choisi.jeu)
        colonnes.ask_colonnes(depot.examen, choisi.jeu)
        verdict.render_anomalies(depot.examen, choisi.jeu)
        colonnes.list_colonnes(depot.examen, choisi.jeu)
        if depot.apercu is not None:
            publication.render_apercu(depot)
            publication.render_publication(depot)
