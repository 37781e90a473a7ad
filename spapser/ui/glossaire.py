"""The words of the field on the pages: a link where one is first met, a list under a fiche, a page of them all."""

import re
from collections.abc import Sequence

import streamlit as st

from spapser.catalogue.glossaire import Terme, find_termes, load_glossaire
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.lien import write_adresse

BALISE = re.compile(r"(<[^>]*>)")
TERME = "terme"


def link_termes(html: str) -> str:
    """Safe HTML in which the first mention of each term leads to its definition; what is a tag is left alone."""
    morceaux = BALISE.split(html)
    for terme in find_termes(" ".join(morceaux[::2])):
        for rang in range(0, len(morceaux), 2):
            morceaux[rang], fois = terme.motif.subn(lambda trouve, terme=terme: write_lien(terme, trouve[0]), morceaux[rang], 1)
            if fois:
                morceaux[rang : rang + 1] = BALISE.split(morceaux[rang])
                break
    return "".join(morceaux)


def write_lien(terme: Terme, ecriture: str) -> str:
    """A mention that leads to the glossary and says on the way what it stands for."""
    adresse = write_adresse("glossaire", {TERME: terme.code})
    return f'<a class="terme" href="{t(adresse)}" target="_self" title="{t(terme.nom)}">{ecriture}</a>'


def write_mots(textes: Sequence[str]) -> str:
    """The terms that these texts use, folded; empty when they use none."""
    termes = find_termes(" ".join(textes))
    return fold("Les mots de cette fiche", f'<dl class="calculs">{"".join(write_terme(terme) for terme in termes)}</dl>'
                ) if termes else ""


def write_terme(terme: Terme) -> str:
    """A term of a list: what it is, what it means."""
    return f"<dt>{t(terme.sigle)}&nbsp;: {t(terme.nom)}</dt><dd>{t(terme.definition)}</dd>"


def render_glossaire() -> None:
    """The term that the address names, then all of them."""
    termes = load_glossaire()
    demande = st.query_params.get(TERME, "")
    choisi = next((terme for terme in termes if terme.code == demande), None)
    if choisi:
        show(f'<div class="bandeau"><p><strong>{t(choisi.sigle)}</strong>&nbsp;: {t(choisi.nom)}.</p>'
             f"<p>{t(choisi.definition)}</p></div>")
    show(tableau(f"{len(termes)} termes, par ordre alphabétique", ("Terme", "Ce que c’est", "Définition", "Source"),
                 [(t(terme.sigle), t(terme.nom), t(terme.definition), t(terme.source)) for terme in termes], classe="phrases"))
