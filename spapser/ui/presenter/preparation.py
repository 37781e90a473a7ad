"""Before the talk: year, edition, which slides and in which order. Every choice goes into the address."""

import streamlit as st

from spapser.exports.adresse import read_adresse
from spapser.exports.diapositives import Diapositive
from spapser.exports.nom import name_emporte
from spapser.ui.balises import show, t
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import link_page
from spapser.ui.presenter.choix import ANNEE, DIAPOS, EDITION, Choix, go, list_editions, open_bilan, write_adresse

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TOUCHES = (("Suivante", ("→", "↓", "Page suiv.")), ("Précédente", ("←", "↑", "Page préc.")), ("Première", ("Début",)),
           ("Dernière", ("Fin",)), ("Plein écran", ("F",)))


def render_preparation(choix: Choix) -> None:
    """The screen before the first slide."""
    show('<section class="sp-preparation"><p class="sp-surtitre">SPAPSER · Grand-Orly Seine Bièvre</p>'
         '<h1 class="sp-titre">Présenter le bilan</h1><p class="sp-chapeau">Choisir l’année et les diapositives, puis '
         "commencer. L’adresse de la page garde ces choix : elle peut être envoyée ou mise en favori.</p></section>")
    choose_annee(choix)
    with st.container(horizontal=True, key="depart", vertical_alignment="center"):
        st.button(f"Commencer ({choix.total} diapositives)", key="commencer", type="primary", on_click=go, args=(1,),
                  icon=":material/play_arrow:")
        show(f'<p><a href="{t(write_adresse("presenter_notes", choix, 1))}" target="_blank">Ouvrir les notes de l’orateur '
             "dans une autre fenêtre</a></p>")
    offer_pptx(choix)
    show(f'<h2 class="sp-titre2">Pendant la présentation</h2><ul class="sp-touches">{write_touches()}</ul>'
         '<p class="sp-aide">Les notes ouvertes dans une autre fenêtre du même navigateur suivent la diapositive affichée.</p>')
    if not choix.suite[-1].adresse:
        show('<p class="sp-aide">Aucune adresse publique n’est réglée pour ce service (<code>SPAPSER_ADRESSE</code>)&nbsp;: la '
             "diapositive de fin ne porte pas de QR code.</p>")
    render_suite(choix)
    link_page("synthese", "Revenir au tableau de bord")


def write_touches() -> str:
    """What each key does."""
    touches = [(quoi, " ".join(f"<kbd>{touche}</kbd>" for touche in liste)) for quoi, liste in TOUCHES]
    return "".join(f"<li>{quoi}&nbsp;: {mots}</li>" for quoi, mots in touches)


def offer_pptx(choix: Choix) -> None:
    """The slides as they are chosen, to keep or to rework; made when asked for."""
    codes = [diapositive.code for diapositive in choix.suite]
    nom = name_emporte(f"diaporama-{choix.annee}.pptx", choix.edition)
    st.download_button("Télécharger ces diapositives (PPTX)", lambda: make_pptx(choix, codes), nom, PPTX, key="pptx",
                       on_click="ignore", icon=":material/download:")


def make_pptx(choix: Choix, codes: list[str]) -> bytes:
    """The deck of these slides, in this order."""
    from spapser.exports.diaporama import export_pptx  # heavy, and few visitors ask for it

    return export_pptx(open_bilan(choix.edition, choix.annee), read_adresse(), codes)


def choose_annee(choix: Choix) -> None:
    """Year and edition; the slides follow."""
    gauche, droite = st.columns(2)
    annees = [str(annee) for annee in open_suivi(choix.edition).annees]
    st.session_state["presenter_annee"] = str(choix.annee)
    gauche.segmented_control("Année", annees, key="presenter_annee", required=True, on_change=keep,
                             args=(ANNEE, "presenter_annee"))
    libelles = {str(edition.numero): edition.libelle for edition in list_editions()}
    st.session_state["presenter_edition"] = str(choix.edition.numero)
    droite.selectbox("Édition", list(libelles), key="presenter_edition", format_func=libelles.get, on_change=keep,
                     args=(EDITION, "presenter_edition"))


def keep(parametre: str, cle: str) -> None:
    """Put a choice into the address."""
    st.query_params[parametre] = st.session_state[cle]


def render_suite(choix: Choix) -> None:
    """The slides that are shown, in their order, then the others; each can be ticked and moved."""
    show('<h2 class="sp-titre2">Diapositives</h2><p class="sp-aide">Décocher pour ne pas montrer ; les flèches changent '
         "l’ordre. Une diapositive décochée d’avance n’a rien à montrer cette année-là.</p>")
    autres = [diapositive for diapositive in choix.toutes if diapositive not in choix.suite]
    with st.container(key="liste"):
        for rang, diapositive in enumerate((*choix.suite, *autres)):
            with st.container(horizontal=True, key=f"ligne_{diapositive.code}", vertical_alignment="center", gap="small"):
                render_ligne(choix, diapositive, rang)


def render_ligne(choix: Choix, diapositive: Diapositive, rang: int) -> None:
    """One slide of the list."""
    code, montree = diapositive.code, rang < choix.total
    st.session_state[f"montrer_{code}"] = montree
    st.checkbox(diapositive.nom, key=f"montrer_{code}", on_change=toggle, args=(choix, code))
    if montree:
        st.button(f"Monter «\u00a0{diapositive.nom}\u00a0»", key=f"monter_{code}", icon=":material/arrow_upward:",
                  type="tertiary", disabled=rang == 0, on_click=move, args=(choix, rang, rang - 1))
        st.button(f"Descendre «\u00a0{diapositive.nom}\u00a0»", key=f"descendre_{code}", icon=":material/arrow_downward:",
                  type="tertiary", disabled=rang == choix.total - 1, on_click=move, args=(choix, rang, rang + 1))


def toggle(choix: Choix, code: str) -> None:
    """Show or hide a slide; one always remains."""
    codes = [diapositive.code for diapositive in choix.suite]
    gardes = [autre for autre in codes if autre != code] if code in codes else insert(choix, codes, code)
    st.query_params[DIAPOS] = ",".join(gardes or codes)


def insert(choix: Choix, codes: list[str], code: str) -> list[str]:
    """A slide shown again comes back after the one that it follows by default."""
    ordre = [diapositive.code for diapositive in choix.toutes]
    avant = [autre for autre in codes if ordre.index(autre) < ordre.index(code)]
    place = codes.index(avant[-1]) + 1 if avant else 0
    return [*codes[:place], code, *codes[place:]]


def move(choix: Choix, depart: int, arrivee: int) -> None:
    """Exchange two slides that follow one another."""
    codes = [diapositive.code for diapositive in choix.suite]
    codes[depart], codes[arrivee] = codes[arrivee], codes[depart]
    st.query_params[DIAPOS] = ",".join(codes)
