"""Shares of a whole: one stacked bar per dimension, counts and shares printed, a gap between segments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from spapser.charts.donnee import format_comme, is_connu, keep_connues, list_dimensions, read_nom
from spapser.charts.feuille import Feuille, build_vide, explain_vide
from spapser.charts.legende import find_categorie, write_entree
from spapser.charts.style import CATEGORIES, TAILLE, build_axe
from spapser.charts.texte import escape_texte, join_parties, measure_texte
from spapser.suivi.mesure import Mesure
from spapser.typographie import INSECABLE, format_nombre

EPAISSEUR = 40
ESPACE = 0.008
LARGEUR_MINIMALE = 280


@dataclass(frozen=True)
class Segment:
    """One part: raw name, words for its count, its share of the whole or None when unknown."""

    nom: str
    compte: str
    part: float | None
    rang: int

    @property
    def texte_part(self) -> str:
        """« 67,4 % », or nothing when the share is unknown."""
        return "" if self.part is None else f"{format_nombre(self.part * 100, 1)}{INSECABLE}%"

    @property
    def texte(self) -> str:
        """« 60 personnes (67,4 %) », or « 67,4 % » when the count is a share already."""
        if self.part is None or self.compte.endswith("%"):
            return self.compte
        return f"{self.compte} ({self.texte_part})"


def draw_part(mesures: Sequence[Mesure]) -> go.Figure:
    """One bar of 100 % for each dimension."""
    if not any(mesure.valeur > 0 for mesure in keep_connues(mesures)):
        return build_vide(explain_vide(mesures))
    dimensions = list_dimensions(mesures)
    noms = list(dict.fromkeys(read_nom(mesure) for mesure in sort_mesures(mesures, len(dimensions) > 1)))
    feuille = Feuille()
    for dimension in dimensions:
        groupe = [mesure for mesure in mesures if mesure.dimension == dimension]
        segments = build_segments(groupe, noms)
        if len(dimensions) > 1:
            feuille.write_label(dimension or "Sans catégorie")
        draw_bande(feuille, segments)
        write_detail(feuille, segments)
        feuille.y += 16 if dimension != dimensions[-1] else 0
    return feuille.build_figure(build_axe(0, 1))


def sort_mesures(mesures: Sequence[Mesure], ordre_donne: bool) -> list[Mesure]:
    """Largest first for one bar; the given order when bars must compare."""
    if ordre_donne:
        return list(mesures)
    return sorted(mesures, key=lambda mesure: -mesure.valeur if is_connu(mesure.valeur) else float("inf"))


def build_segments(groupe: Sequence[Mesure], noms: list[str]) -> list[Segment]:
    """Segments in the order of the names; beyond the palette the last ones are gathered."""
    total = sum(max(mesure.valeur, 0) for mesure in keep_connues(groupe))
    if any(mesure.secret is not None for mesure in groupe):
        total = 0  # the shares of what is left would be wrong
    if groupe[0].indicateur.unite == "%":
        total = max(total, 100)
    ordonnes = sorted(groupe, key=lambda mesure: noms.index(read_nom(mesure)))
    segments = [Segment(read_nom(mesure), format_comme(mesure, mesure.valeur),
                        max(mesure.valeur, 0) / total if is_connu(mesure.valeur) and total else None,
                        noms.index(read_nom(mesure))) for mesure in ordonnes]
    return gather_segments(segments, ordonnes) if len(noms) > len(CATEGORIES) else segments


def gather_segments(segments: list[Segment], ordonnes: list[Mesure]) -> list[Segment]:
    """Keep the first five looks; the others become one segment that names their number."""
    limite = len(CATEGORIES) - 1
    gardes = [segment for segment in segments if segment.rang < limite]
    autres = [(segment, mesure) for segment, mesure in zip(segments, ordonnes, strict=False) if segment.rang >= limite]
    connus = [segment.part for segment, _ in autres if segment.part is not None]
    if not autres:
        return gardes
    somme = sum(max(mesure.valeur, 0) for mesure in keep_connues(mesure for _, mesure in autres))
    nom = f"Autres ({len(autres)} catégories)" if len(autres) > 1 else autres[0][0].nom
    compte = format_comme(autres[0][1], somme if connus else None)
    return [*gardes, replace(autres[0][0], nom=nom, compte=compte, part=sum(connus) if connus else None, rang=limite)]


def draw_bande(feuille: Feuille, segments: list[Segment]) -> None:
    """The bar: real gaps between segments, the share inside those that are wide enough on a phone."""
    visibles = [segment for segment in segments if segment.part]
    utile = 1 - ESPACE * max(len(visibles) - 1, 0)
    gauche, milieu = 0.0, feuille.y + EPAISSEUR / 2
    for segment in visibles:
        categorie, largeur = find_categorie(segment.rang), segment.part * utile
        survol = join_parties([segment.nom, segment.texte])
        feuille.bars([largeur], [milieu], EPAISSEUR, categorie.marker, [survol], [gauche])
        if measure_texte(segment.texte_part, TAILLE) + 14 < largeur * LARGEUR_MINIMALE:
            feuille.note(f"<b>{escape_texte(segment.texte_part)}</b>", gauche + largeur / 2, milieu, TAILLE,
                         bgcolor=categorie.fond, borderpad=3, font={"size": TAILLE, "color": categorie.encre})
        gauche += largeur + ESPACE
    feuille.y += EPAISSEUR + 8


def write_detail(feuille: Feuille, segments: list[Segment]) -> None:
    """The legend under the bar: swatch, name, count and share of every segment."""
    feuille.y += 2
    for segment in segments:
        categorie = find_categorie(segment.rang) if segment.part else None
        write_entree(feuille, categorie, f"{segment.nom}{INSECABLE}: {segment.texte}", 1)
