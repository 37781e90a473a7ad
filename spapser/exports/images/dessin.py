"""A figure as SVG elements, in the order of the screen: shapes below, traces, shapes above, texts."""

from dataclasses import dataclass

from spapser.exports.images.barre import write_barres
from spapser.exports.images.forme import write_forme
from spapser.exports.images.marque import write_marques
from spapser.exports.images.motif import name_motif, write_motif
from spapser.exports.images.repere import build_repere
from spapser.exports.images.texte import write_annotation

TRACES = {"bar": write_barres, "scatter": write_marques}


@dataclass(frozen=True)
class Dessin:
    """What is drawn: its height in pixels, the definitions of its patterns, its elements."""

    hauteur: float
    motifs: str
    corps: str


def write_dessin(figure: dict, largeur: float) -> Dessin:
    """The elements of a figure `largeur` pixels wide."""
    layout = figure["layout"]
    repere = build_repere(layout, largeur)
    formes = layout.get("shapes", ())
    corps = [write_forme(forme, repere) for forme in formes if forme.get("layer") == "below"]
    corps += [TRACES[trace["type"]](trace, repere) for trace in figure["data"]]
    corps += [write_forme(forme, repere) for forme in formes if forme.get("layer") != "below"]
    corps += [write_annotation(note, repere) for note in layout.get("annotations", ())]
    motifs = {name_motif(trace["marker"]["pattern"]): write_motif(trace["marker"]["pattern"]) for trace in figure["data"]
              if trace["marker"].get("pattern")}
    return Dessin(layout["height"], "".join(motifs.values()), "".join(corps))
