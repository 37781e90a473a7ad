"""Steps 4 and 5: what would change, then the name, the reason, and the publication."""

from collections.abc import Collection, Sequence

import streamlit as st

from spapser.depot.parcours import publish_examen
from spapser.store import Changement
from spapser.typographie import format_nombre
from spapser.ui.annonce import announce, say
from spapser.ui.balises import show, t
from spapser.ui.deposer.changements import give_changements
from spapser.ui.deposer.examen import Depot, forget
from spapser.ui.deposer.faute import explain, render_faute
from spapser.ui.deposer.fichier import empty_place
from spapser.ui.deposer.suite import keep_suite
from spapser.ui.ecriture import require_open
from spapser.ui.edition import leave_past
from spapser.ui.effets import render_changements, render_effets
from spapser.ui.presente import find_presente
from spapser.ui.signature import Signature, ask_signature


def render_apercu(depot: Depot) -> None:
    """Rows and figures that the deposit would change; « rien ne change » is said."""
    apercu = depot.apercu
    show('<h2 class="sp-titre2">4. Ce que ce dépôt changerait</h2>'
         f'{write_rattrapage(depot)}<p role="status"><strong>{t(apercu.phrase)}</strong></p>')
    if not apercu.change:
        show('<p class="sp-aide">Publier n’aurait d’autre effet que d’inscrire ce fichier au journal, comme source de ces '
             "lignes.</p>")
        return
    warn_retrait(apercu.changements)
    render_changements(apercu.changements)
    if apercu.effets:
        render_effets(apercu.effets)
    give_changements(depot)


def warn_retrait(changements: Sequence[Changement]) -> None:
    """More rows would go than come: the file may hold a part of the year only."""
    retirees = sum(c.retirees for c in changements)
    if retirees > sum(c.ajoutees for c in changements):
        quoi = f"{format_nombre(retirees)} lignes déjà publiées disparaîtraient"
        quoi = quoi if retirees > 1 else "1 ligne déjà publiée disparaîtrait"
        show(f'<div class="bandeau" role="status"><p>{quoi}&nbsp;: un dépôt remplace l’année entière. Vérifier que le fichier '
             "n’en porte pas une partie seulement.</p></div>")


def write_rattrapage(depot: Depot) -> str:
    """Somebody published since the file was dropped: the effect was computed again, and nobody has seen it yet."""
    publication = depot.apercu.parent.publication
    if not depot.rattrapee or publication is None:
        return ""
    return (f'<div class="bandeau" role="alert"><p>L’édition {depot.apercu.parent.numero} vient d’être publiée par '
            f"{t(publication.auteur)}. Votre fichier est gardé&nbsp;; voici son effet sur cette édition, à relire avant de "
            "publier.</p></div>")


def render_publication(depot: Depot, coches: Collection[str]) -> None:
    """What remains to confirm, then name, reason, button."""
    show('<h2 class="sp-titre2">5. Publier</h2>')
    restent = len(depot.examen.rapport.avertissements) - len(coches)
    if restent:
        quoi = "1 point reste" if restent == 1 else f"{restent} points restent"
        show(f'<p class="sp-aide">{quoi} à vérifier et à cocher à l’étape 3.</p>')
    vue = f"depot_{depot.apercu.parent.numero}"  # a press on the button is worth for the effect that was seen, not for another
    signature = ask_signature(vue, "Publier une nouvelle édition", "Fichier annuel du facilitateur")
    if signature:
        publish(depot, signature, coches)


def publish(depot: Depot, signature: Signature, coches: Collection[str]) -> None:
    """Publish and say so once read back; a refusal keeps the file where it is."""
    try:
        require_open()
        with st.spinner("Publication…"):
            edition = publish_examen(depot.examen, depot.apercu, signature.personne, signature.motif, tuple(coches))
    except Exception as erreur:
        refuse(depot, explain(erreur))
        return
    keep_suite(edition, depot.apercu)
    forget()
    empty_place()
    leave_past()
    announce(f"Édition {edition.numero} publiée et relue. {depot.apercu.phrase}")


def refuse(depot: Depot, phrase: str) -> None:
    """Say why, beside the button; when somebody published meanwhile, compute the effect again and say why on top."""
    if find_presente().edition.numero == depot.apercu.parent.numero:
        render_faute(phrase)
        return
    say(phrase)
    st.rerun()
