"""Every indicator: target, achieved, previous year, status and trend; filters in the address; a table and small multiples."""

from collections.abc import Sequence

import streamlit as st

from spapser.charts import describe, draw_multiple
from spapser.suivi import Mesure, Statut, Suivi
from spapser.suivi.phrase import describe_evolution
from spapser.suivi.source import write_court
from spapser.typographie import format_quantite, sans_accent
from spapser.ui.balises import badge_court, t, tableau
from spapser.ui.cache import bloc
from spapser.ui.feuille import Feuille, draw
from spapser.ui.graphique import Illustration, ink
from spapser.ui.marches.adresse import link_contrats
from spapser.ui.mesures import write_renvoi, write_reponse

TOUS = "Tous"


def choose_mesures(suivi: Suivi, annee: int) -> list[Mesure]:
    """The measures kept by the three filters (axis, status, words): those one can compare first, the unknown ones last."""
    axes = {axe.titre: axe.code for axe in suivi.catalogue.axes}
    gauche, milieu, droite = st.columns(3)
    axe = gauche.selectbox("Axe", [TOUS, *axes], key="axe", bind="query-params")
    statut = milieu.selectbox("Statut", [TOUS, *(s.value for s in Statut)], key="statut", bind="query-params")
    mots = droite.text_input("Mots de l’indicateur", key="mots", bind="query-params", max_chars=60)
    fiches = {f.code for f in suivi.catalogue.fiches if axe == TOUS or f.axe == axes.get(axe)}
    cherches = sans_accent(mots or "").split()
    gardees = [m for m in suivi.resultats(annee)
               if m.indicateur.fiche in fiches and statut in (TOUS, m.statut.value)
               and all(mot in sans_accent(m.indicateur.libelle) for mot in cherches)]
    return sorted(gardees, key=lambda m: (not m.dite, m.cible is None and m.precedente is None))


@bloc
def render_trajectoires(suivi: Suivi, codes: tuple[str, ...], annee: int, theme: str) -> None:
    """The small charts then the table of the indicators kept; `theme` only tells apart the drawings for light and dark."""
    mesures = [suivi.mesure(code, annee) for code in codes]
    with Feuille() as feuille:
        feuille.write('<h2 class="sp-titre2">Ce qui a bougé ou se compare à une cible</h2>')
        place_multiples(feuille, mesures)
        feuille.write('<h2 class="sp-titre2">Tous les indicateurs retenus</h2>', write_table(mesures, annee))


def place_multiples(feuille: Feuille, mesures: Sequence[Mesure]) -> None:
    """One small chart for each indicator that has a past or a target to be compared with."""
    tracees = [m for m in mesures if m.valeur is not None and (m.precedente is not None or m.cible)]
    if not tracees:
        feuille.write('<p class="sp-aide">Aucun de ces indicateurs n’a de valeur précédente ni de cible à comparer.</p>')
        return
    feuille.lay()
    with st.container(key="multiples"):
        for mesure in tracees:
            draw(Illustration(f"multiple_{mesure.indicateur.code}", "", ink(draw_multiple(mesure)),
                              describe("evolution", mesure.indicateur.libelle, [mesure])))


def write_table(mesures: Sequence[Mesure], annee: int) -> str:
    """All the kept indicators in one table."""
    lignes = [(f"{t(m.indicateur.libelle)}<br><span class=\"source\">Fiche {int(m.indicateur.fiche[2:])}</span>",
               write_reponse(m), t(m.texte_cible or "–"), badge_court(m.statut), t(m.texte_precedente or "–"),
               t(describe_evolution(m) or "–"), f"{t(write_court(m))}{link_contrats(m)}")
              for m in mesures]
    return (f'<p role="status" class="sp-aide">{t(format_quantite(len(mesures), "indicateurs", 0))} '
            f"en {annee}, dont {sum(m.dite for m in mesures)} avec une valeur.</p>"
            + tableau(f"Trajectoire des indicateurs, {annee}", (
                "Indicateur", "Réalisé", "Cible", "Statut", str(annee - 1), "Évolution", "Source"), lignes, (1, 2, 4))
            + write_renvoi(mesures))
