"""From a file on the desk to published figures: choose, drop, read the verdict, see the effect, publish."""

from spapser.ui.annonce import render_annonce
from spapser.ui.cadre import render_titre
from spapser.ui.deposer import causes, choix, colonnes, etapes, examen, faute, fichier, publication, suite, verdict
from spapser.ui.ecriture import render_ferme
from spapser.ui.identite import render_poste

render_titre("Déposer", "Un fichier de l’année, tel qu’il sort de votre tableur : il est lu, contrôlé, et rien n’est publié sans "
             "que vous ayez vu ce qu’il change.", annee_utile=False)
place = etapes.keep_place()
render_annonce()
render_poste()
suite.render_suite()
ferme = render_ferme()
choisi = choix.choose()
depot = None if ferme else examen.open_depot(choisi, fichier.receive(choisi.jeu.nom))
etapes.render_etapes(place, depot)
if depot is not None and depot.faute:
    faute.render_faute(depot.faute)
elif depot is not None:
    jeu = examen.read_as(depot)
    verdict.render_lecture(depot, jeu)
    colonnes.ask_colonnes(depot, jeu)
    confirmes = causes.render_causes(depot, jeu)
    colonnes.list_colonnes(depot, jeu)
    if depot.apercu is not None:
        publication.render_apercu(depot)
        publication.render_publication(depot, confirmes)
