"""The story of a deposit in five steps, on top of the page: what is done, where one stands, what comes next."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from spapser.typographie import insecables
from spapser.ui.balises import t
from spapser.ui.deposer.examen import Depot

ETAPES = ("Choisir les données", "Déposer le fichier", "Lire le verdict", "Voir l’effet", "Publier")
COURANTE = "depot_etape"


def keep_place() -> DeltaGenerator:
    """The place of the five steps, which show where one stood until it is known where one stands."""
    place = st.empty()
    draw(place, st.session_state.get(COURANTE, 1))
    return place


def render_etapes(place: DeltaGenerator, depot: Depot | None) -> None:
    """Draw the five steps where `place` was kept for them."""
    courante = st.session_state[COURANTE] = find_etape(depot)
    draw(place, courante)


def draw(place: DeltaGenerator, courante: int) -> None:
    """The steps as a list; the mark « sans-annee » hides the year of the frame, which says nothing of a deposit."""
    items = "".join(write_etape(rang, titre, courante) for rang, titre in enumerate(ETAPES, 1))
    place.html(insecables(f'<ol class="etapes sans-annee" aria-label="Les cinq étapes d’un dépôt">{items}</ol>'))


def find_etape(depot: Depot | None) -> int:
    """Without a file, the choice; with one that cannot be read, the file; then the verdict while it forbids, else the effect."""
    if depot is None or depot.faute:
        return 1 if depot is None else 2
    return 4 if depot.apercu is not None else 3


def write_etape(rang: int, titre: str, courante: int) -> str:
    """One step: done, current or to come."""
    if rang == courante:
        return f'<li aria-current="step">{t(titre)}</li>'
    return f'<li class="{"faite" if rang < courante else "a-venir"}">{t(titre)}</li>'
