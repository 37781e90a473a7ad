"""May this visit write? It asks who visits; whoever looks at the past is sent back to the present first.

The functions that write ask again, with the person: what is said here only spares a useless effort.
"""

from spapser.acces import Acte, may, record_refusal
from spapser.errors import PublicationRefusee
from spapser.ui.balises import show, t
from spapser.ui.edition import current_vue
from spapser.ui.identite import offer_sign_in
from spapser.ui.personne import current_personne, why_not


def why_closed(acte: Acte = Acte.PUBLIER) -> str:
    """Why this visit may not do it, in one French sentence; empty when it may."""
    return why_not(acte) or why_past()


def require_open(acte: Acte = Acte.PUBLIER) -> None:
    """PublicationRefusee with the reason when the act is closed: asked again at the moment of publishing."""
    raison = why_closed(acte)
    if raison:
        record_refusal(current_personne(), acte)
        raise PublicationRefusee(raison)


def why_past() -> str:
    """Closed while the visitor looks at an edition of the past."""
    vue = current_vue()
    if not vue.passee:
        return ""
    return f"L’édition {vue.edition.numero} ne se modifie plus : revenir au présent (édition {vue.presente.numero}) pour publier."


def render_ferme(acte: Acte = Acte.DEPOSER) -> bool:
    """Say on the page why the act is closed, and how to sign in; False, and nothing shown, when it is open."""
    raison = why_closed(acte)
    if raison:
        show(f'<div class="bandeau" role="status"><p>{t(raison)}</p></div>')
        if not may(current_personne(), acte) and not current_personne().connue:
            offer_sign_in(acte.name.lower())
    return bool(raison)
