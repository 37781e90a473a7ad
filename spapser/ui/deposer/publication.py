"""Steps 4 and 5: what would change, then the name, the reason, and the publication."""

from collections.abc import Iterable

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.depot.parcours import publish_examen
from spapser.errors import SpapserError
from spapser.store import Edition, Effet
from spapser.ui.annonce import announce
from spapser.ui.balises import show, t
from spapser.ui.cadre import link_page
from spapser.ui.deposer.fichier import Depot, start_again
from spapser.ui.deposer.verdict import locate
from spapser.ui.ecriture import require_open
from spapser.ui.edition import leave_past
from spapser.ui.effets import render_changements, render_effets
from spapser.ui.rapport import tick_avertissements
from spapser.ui.signature import Signature, ask_signature

PUBLIE = "depot_publie"


def render_apercu(depot: Depot) -> None:
    """Rows and figures that the deposit would change."""
    show('<h2 class="sp-titre2">4. Ce que ce dépôt changerait</h2>'
         f'{write_rattrapage(depot)}<p role="status"><strong>{t(depot.apercu.phrase)}</strong></p>')
    render_changements(depot.apercu.changements)
    render_effets(depot.apercu.effets)


def write_rattrapage(depot: Depot) -> str:
    """Somebody published since the file was dropped: the effect was computed again, and nobody has seen it yet."""
    publication = depot.apercu.parent.publication
    if not depot.rattrapee or publication is None:
        return ""
    return (f'<div class="bandeau" role="alert"><p>L’édition {depot.apercu.parent.numero} vient d’être publiée par '
            f"{t(publication.auteur)}. Votre fichier est gardé&nbsp;; voici son effet sur cette édition, à relire avant de "
            "publier.</p></div>")


def render_publication(depot: Depot) -> None:
    """Warnings to tick, name, reason, button."""
    show('<h2 class="sp-titre2">5. Publier</h2>')
    vue = f"depot_{depot.apercu.parent.numero}"  # a press on the button is worth for the effect that was seen, not for another
    coches = tick_avertissements(depot.examen.rapport, vue, locate)
    signature = ask_signature(vue, "Publier une nouvelle édition", "Fichier annuel du facilitateur")
    if signature:
        publish(depot, signature, coches)


def publish(depot: Depot, signature: Signature, coches: Iterable[str]) -> None:
    """Publish and say so once read back; a refusal keeps the file where it is."""
    try:
        require_open()
        with st.spinner("Publication…"):
            edition = publish_examen(depot.examen, depot.apercu, signature.auteur, signature.motif, tuple(coches))
    except SpapserError as erreur:
        show(f'<div class="bandeau" role="alert"><p>{t(str(erreur))}</p></div>')
        return
    st.session_state[PUBLIE] = (edition.numero, list_pages(edition, depot.apercu.effets))
    phrase = depot.apercu.phrase
    start_again()
    leave_past()
    announce(f"Édition {edition.numero} publiée et relue. {phrase}")


def list_pages(edition: Edition, effets: Iterable[Effet]) -> tuple[str, ...]:
    """Fiches whose figures moved, in their order."""
    return tuple(sorted({effet.code[:4] for effet in effets}))


def render_suite() -> None:
    """After a publication: the pages that changed, and the way back."""
    numero, fiches = st.session_state.pop(PUBLIE, (0, ()))
    if not numero:
        return
    catalogue = load_catalogue()
    with st.container(key="suite_depot", gap="small"):
        for fiche in (f for f in catalogue.fiches if f.code in fiches):
            link_page(fiche.page, f"Voir la fiche {fiche.numero}, {fiche.titre_court}")
        link_page("journal", "Voir le journal, ou annuler cette publication")
