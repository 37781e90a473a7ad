"""Links from page to page: each keeps the year and the edition that the visitor looks at."""

from collections.abc import Mapping
from urllib.parse import urlencode

from spapser.ui.annee import current_annee
from spapser.ui.balises import t
from spapser.ui.edition import current_vue

ACCUEIL = "synthese"


def write_adresse(page: str, parametres: Mapping[str, str] | None = None) -> str:
    """The address of a page with these parameters; it keeps the visitor in the past they look at."""
    vue, parametres = current_vue(), dict(parametres or {})
    passe = {"edition": str(vue.edition.numero)} if vue.passee else {}
    annee = {"annee": str(current_annee())} if "annee" not in parametres else {}
    return f"./{'' if page == ACCUEIL else page}?{urlencode(annee | parametres | passe)}"


def write_lien(page: str, texte: str, parametres: Mapping[str, str] | None = None) -> str:
    """A link of a table or of a sentence, as safe HTML; the shell follows it without loading the page again."""
    return f'<a class="lien" href="{t(write_adresse(page, parametres))}" target="_self">{t(texte)}</a>'
