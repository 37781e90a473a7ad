"""The HTML shell: Streamlit's `index.html`, rewritten once at start in French and for this product."""

import html
import re

from spapser.server.frontal import find_chunks
from spapser.server.habillage import Habillage

TITLE = "SPAPSER · Grand-Orly Seine Bièvre"
DESCRIPTION = (
    "Suivi du schéma de promotion des achats publics socialement et écologiquement responsables "
    "de l’EPT Grand-Orly Seine Bièvre : objectifs, résultats et données des onze fiches actions."
)
NOSCRIPT = (
    "<h1>SPAPSER · Grand-Orly Seine Bièvre</h1>"
    "<p>Ce site a besoin de JavaScript pour afficher les indicateurs. "
    "Activez-le dans votre navigateur, puis rechargez la page.</p>"
    '<p>Les mêmes chiffres sans JavaScript : <a href="/donnees/index">documents et données</a>.</p>'
)


def _head(habillage: dict[str, Habillage]) -> str:
    preloads = "".join(
        f'<link rel="modulepreload" crossorigin href="{html.escape(address)}">' for address in find_chunks()
    )
    return (
        f'<meta name="description" content="{html.escape(DESCRIPTION)}">'
        f'<link rel="icon" type="image/svg+xml" href="{habillage["icone.svg"].address}">'
        f'<script defer src="{habillage["fr.js"].address}"></script>'
        f"{preloads}"
    )


def build_shell(index: str, habillage: dict[str, Habillage]) -> str:
    """Return the product's page: French, named, with its own icon and script.

    Streamlit replaces the `rel="shortcut icon"` of the page by one fetched from another site: ours is named otherwise.
    """
    page = re.sub(r"<!--.*?-->\s*", "", index, flags=re.DOTALL)
    page = re.sub(r'<html lang="[^"]*"', '<html lang="fr"', page)
    page = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", page, flags=re.DOTALL)
    page = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{NOSCRIPT}</noscript>", page, flags=re.DOTALL)
    page = re.sub(r'<link rel="shortcut icon"[^>]*>\s*', "", page)
    # At the end of the body: Streamlit adds its own rules to the head as it draws, ours come after them.
    style = f'<link rel="stylesheet" href="{habillage["style.css"].address}">'
    page = re.sub(r"(</body>)", lambda found: style + found[1], page, count=1)
    # Ahead of Streamlit's module: deferred scripts and modules run in the order of the page.
    return re.sub(r"(<title>)", lambda found: _head(habillage) + found[1], page, count=1)
