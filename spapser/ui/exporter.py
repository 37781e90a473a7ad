"""The blocks of the page « Exporter »: one card per format, the images of the charts, the stable addresses."""

from collections.abc import Sequence
from contextlib import suppress

import streamlit as st

from spapser.errors import SpapserError
from spapser.exports.formats import FORMATS, Format
from spapser.exports.licence import ADRESSE, MENTION, NOM
from spapser.exports.planches import MIMES, name_image
from spapser.typographie import format_nombre
from spapser.ui.annee import current_annee
from spapser.ui.balises import show, t
from spapser.ui.cache import open_suivi, open_tailles
from spapser.ui.cadre import link_page
from spapser.ui.edition import address, current_vue
from spapser.ui.restitution import open_contenu, open_edition, read_taille

TOUTES = "Toutes les fiches"
KILO, LIGNES = 1000, 20_000


def choose_fiche() -> str:
    """The code of the fiche to take away alone, empty for all of them; in the address."""
    fiches = {f"Fiche {f.numero} · {f.titre_court}": f.code for f in open_suivi().catalogue.fiches}
    choix = st.selectbox("Ce que l’on emporte", [TOUTES, *fiches], key="emporter", bind="query-params")
    return fiches.get(choix, "")


def render_documents(fiche: str) -> None:
    """The cards at once, then their sizes as the files get ready, but for the set of them all, made when asked for."""
    annee = current_annee()
    formes = [forme for forme in FORMATS if forme.par_fiche or not fiche]
    noms = [forme.nom_fichier(annee, fiche) for forme in formes]
    quoi = f"de l’année {annee}" if not fiche else f"de la fiche {int(fiche[2:])} en {annee}"
    show(f'<h2 class="sp-titre2">Documents {quoi}</h2><p class="sp-aide">Chaque document porte son édition, sa date et ses '
         "numéros de figure. Il est préparé à la demande puis gardé.</p>")
    place = st.empty()
    show_cartes(place, formes, noms)
    for forme, nom in zip(formes, noms, strict=True):
        if is_ready_soon(forme) and read_taille(nom, current_vue().edition) is None:
            with suppress(SpapserError):  # its card stays without a size, and says why when it is asked for
                open_contenu(nom, current_vue().edition)
            show_cartes(place, formes, noms)


def is_ready_soon(forme: Format) -> bool:
    """True for a document worth making ahead; one that holds the rows of big datasets waits until it is asked for."""
    return forme.leger and not (forme.donnees and sum(open_tailles().values()) > LIGNES)


def show_cartes(place, formes: Sequence[Format], noms: Sequence[str]) -> None:
    """All the cards, with the sizes known so far."""
    cartes = "".join(f"<li>{write_carte(forme, nom)}</li>" for forme, nom in zip(formes, noms, strict=True))
    with place.container():
        show(f'<ul class="exports">{cartes}</ul>')


def write_carte(forme: Format, nom: str) -> str:
    """One card: name, what it is for, link with its size."""
    taille = read_taille(nom, current_vue().edition)
    suite = f" · {format_taille(taille)}" if taille is not None else ""
    return (f'<h3 class="constat">{t(forme.titre)}</h3><p>{t(forme.usage)}</p>'
            f'<p class="prendre"><a href="{address(nom)}" download>Télécharger<span class="cache"> {t(forme.titre)}</span></a>'
            f'<span class="source">{t(forme.extension.upper())}{t(suite)}</span></p>')


def format_taille(octets: int) -> str:
    """« 84 ko », « 1,2 Mo »."""
    if octets < 0.9995 * KILO * KILO:
        return f"{format_nombre(max(octets / KILO, 1), 0)}\u00a0ko"
    return f"{format_nombre(octets / KILO / KILO, 1)}\u00a0Mo"


def render_images(fiche: str) -> None:
    """Each chart as SVG and PNG, by fiche."""
    annee = current_annee()
    bilan = open_edition(current_vue().edition).contextes[annee, ""].bilan
    show('<h2 class="sp-titre2">Images des graphiques</h2><p class="sp-aide">Chaque image porte son titre, sa source, son '
         "édition et sa date. SVG : nette à toutes les tailles. PNG : pour une messagerie ou un traitement de texte.</p>")
    for section in bilan.sections:
        if section.graphiques and fiche in ("", section.fiche.code):
            with st.expander(f"Fiche {section.fiche.numero} · {section.fiche.titre_court} ({len(section.graphiques)})",
                             expanded=bool(fiche)):
                show(f'<ul class="images">{"".join(write_image(section.fiche.code, g, annee) for g in section.graphiques)}</ul>')


def write_image(fiche: str, graphique, annee: int) -> str:
    """One chart: its title and a link per image format."""
    liens = " ".join(f'<a href="{address(name_image(fiche, graphique.code, annee, forme))}" download>{forme.upper()}'
                     f'<span class="cache"> : {t(graphique.titre)}</span></a>' for forme in MIMES)
    return f"<li><span>{t(graphique.titre)}</span> <span class=\"liens\">{liens}</span></li>"


def render_donnees() -> None:
    """The addresses that stay, the licence, the command line."""
    numero = current_vue().edition.numero
    show('<h2 class="sp-titre2">Adresses stables et ligne de commande</h2><p class="liens-stables">Tout fichier de cette page a '
         'une adresse qui ne change pas : <a href="donnees/index">la liste des fichiers</a>, '
         f'<a href="{address("datapackage.json")}">datapackage.json</a>. Une réponse porte une empreinte (ETag) : un outil ne '
         f"recharge que ce qui a changé. L’édition montrée est la {numero} ; <code>marches.csv?edition={numero}</code> la lira "
         "telle quelle plus tard.</p><p>Sans navigateur : <code>python -m spapser exporter pdf -o bilan.pdf</code>.</p>"
         f'<p class="sp-aide liens-stables">{t(NOM)} (<a href="{ADRESSE}" target="_blank" rel="noopener">texte</a>). '
         f"{t(MENTION)}</p>")
    link_page("donnees", "Jeu par jeu, avec le dictionnaire")
