"""The charts of a fiche for a year: those that have something to draw, with their words."""

from spapser.catalogue import Fiche
from spapser.catalogue.model import Graphique
from spapser.charts import describe, describe_frise
from spapser.exports.bilan.modele import GraphiqueBilan
from spapser.suivi import Suivi
from spapser.suivi.source import write_sources
from spapser.suivi.tableau import build_tableau, table_jalons
from spapser.suivi.titre import write_titre


def list_graphiques(suivi: Suivi, fiche: Fiche, annee: int, communes: tuple[dict, ...]) -> tuple[GraphiqueBilan, ...]:
    """The charts of a fiche, in catalogue order; those without a value or a target are left out."""
    dessins = (build_frise(suivi, fiche, graphique, annee) if graphique.genre == "frise"
               else build_dessin(suivi, fiche, graphique, annee, communes) for graphique in fiche.graphiques)
    return tuple(dessin for dessin in dessins if dessin)


def build_dessin(suivi: Suivi, fiche: Fiche, graphique: Graphique, annee: int,
                 communes: tuple[dict, ...]) -> GraphiqueBilan | None:
    """A chart of measures, None when nothing is known."""
    mesures = tuple(suivi.graphique(graphique.indicateurs, annee, graphique.toutes_annees))
    if not any(mesure.dite or mesure.cible for mesure in mesures):
        return None
    titre = write_titre(graphique, suivi, annee, fiche.code)
    sources = write_sources(porteur for m in mesures for porteur in (m.tenue, m.cible) if porteur)
    return GraphiqueBilan(
        graphique.code, graphique.genre, titre, describe(graphique.genre, titre, mesures),
        build_tableau(graphique.genre, mesures), f"{sources} · année {annee}", graphique.lecture, mesures, (),
        fiche.code, annee, suivi.edition, communes if graphique.genre == "territoire" else ())


def build_frise(suivi: Suivi, fiche: Fiche, graphique: Graphique, annee: int) -> GraphiqueBilan | None:
    """The milestones of a fiche, every year; None when there are none."""
    jalons = tuple(suivi.jalons_fiche(fiche.code))
    if not jalons:
        return None
    titre = write_titre(graphique, suivi, annee, fiche.code)
    return GraphiqueBilan(
        graphique.code, graphique.genre, titre, describe_frise(titre, jalons), table_jalons(jalons),
        f"{write_sources(jalons)} · toutes années", graphique.lecture, (), jalons, fiche.code, annee, suivi.edition)
