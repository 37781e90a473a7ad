"""The page of the communes: the maps, then every commune in a table, with or without a figure."""

from collections.abc import Sequence

from spapser.suivi import Suivi
from spapser.suivi.source import write_sources
from spapser.typographie import format_nombre
from spapser.ui.balises import t, tableau
from spapser.ui.cache import bloc, open_rows
from spapser.ui.feuille import Feuille
from spapser.ui.graphique import illustrate

RIEN = "–"
RESERVE = " Le bilan annonce des bénéficiaires dans 20 communes mais ne nomme que celles des quartiers prioritaires."
CARTES = ("territoire", "chantiers")
CODES = ("fa04_qpv_par_commune", "fa04_heures_par_commune")


@bloc
def render_communes(suivi: Suivi, annee: int, theme: str) -> None:
    """The communes of a year; `theme` only tells apart the drawings kept for light and dark."""
    fiche = suivi.catalogue.fiche("fa04")
    with Feuille() as feuille:
        feuille.write('<h2 class="sp-titre2">Sur la carte</h2>')
        feuille.place_pair([illustrate(suivi, fiche, code, annee) for code in CARTES])
        feuille.write('<h2 class="sp-titre2">Les 24 communes</h2>', write_communes(suivi, open_rows("communes"), annee))


def write_communes(suivi: Suivi, communes: Sequence[dict], annee: int) -> str:
    """One row per commune: population, residents of priority districts in insertion, hours of local operations."""
    personnes, heures = ({m.modalite: m.texte for m in suivi.repartition(code, annee)} for code in CODES)
    lignes = [(t(c["nom"]), t(c["code_insee"]), t(format_nombre(c["population"])), t(personnes.get(c["nom"], RIEN)),
               t(heures.get(c["nom"], RIEN))) for c in sorted(communes, key=lambda c: c["nom"])]
    mesures = [m for code in CODES for m in suivi.repartition(code, annee) if m.tenue]
    deposees = not mesures or any(m.tenue.document for m in mesures)
    source = f"Source&nbsp;: {t(write_sources(m.tenue for m in mesures))}. " if mesures else ""
    return (tableau(f"Communes de l’EPT et insertion en {annee}", (
        "Commune", "Code Insee", "Habitants", "Bénéficiaires en QPV", "Heures d’opérations situées"), lignes, (2, 3, 4))
        + f'<p class="source">{source}Habitants&nbsp;: population municipale (Insee), reprise pour situer les communes. '
          f"Tiret&nbsp;: la commune n’est pas citée, ce qui ne veut pas dire zéro.{'' if deposees else RESERVE}</p>")
