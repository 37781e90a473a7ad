"""Every edition: who published what, when and why, what it changed; give the file back, look at the past, undo."""

from spapser.ui import journal
from spapser.ui.annonce import render_annonce
from spapser.ui.annulation import render_annulation
from spapser.ui.cadre import render_titre
from spapser.ui.identite import render_poste

render_titre("Journal", "Chaque publication fait une édition nouvelle : qui, quand, pourquoi, et ce qu’elle a changé. "
             "Rien ne s’efface.", annee_utile=False)
render_annonce()
render_poste()
editions, fautes = journal.list_editions()
journal.render_fautes(fautes)
if editions:
    edition = journal.choose_edition(editions)
    journal.render_edition(edition)
    render_annulation(edition)
    journal.render_liste(editions)
elif not fautes:
    journal.render_vide()
