"""What the page « Marchés » reads, kept by edition and demand and shared by every visitor."""

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.store import Edition
from spapser.suivi.contrats import Compte, count_annees, count_contrats, find_contrat, list_contrats
from spapser.suivi.filtres import Demande, Filtres
from spapser.ui.cache import open_base
from spapser.ui.edition import current_vue
from spapser.ui.presente import EDITION

DEMANDES = 300

kept = st.cache_resource(show_spinner=False, max_entries=DEMANDES, hash_funcs=EDITION | {
    Filtres: repr, Demande: lambda demande: (repr(demande.filtres), demande.tri, demande.sens, demande.page)})


@kept
def keep_compte(filtres: Filtres, edition: Edition) -> Compte:
    """Count and sums of a selection."""
    return count_contrats(open_base(edition), load_catalogue(), filtres)


@kept
def keep_page(demande: Demande, edition: Edition) -> list[dict]:
    """Rows of a page of the list."""
    return list_contrats(open_base(edition), load_catalogue(), demande)


@kept
def keep_contrat(contrat: str, edition: Edition) -> dict | None:
    """One contract."""
    return find_contrat(open_base(edition), contrat)


@kept
def keep_annees(edition: Edition) -> dict[int, int]:
    """Contracts by year."""
    return count_annees(open_base(edition))


def open_compte(filtres: Filtres) -> Compte:
    """Count and sums of a selection, in the edition that the visitor sees."""
    return keep_compte(filtres, current_vue().edition)


def open_page(demande: Demande) -> list[dict]:
    """Rows of a page of the list, in the edition that the visitor sees."""
    return keep_page(demande, current_vue().edition)


def open_contrat(contrat: str) -> dict | None:
    """One contract of the edition that the visitor sees."""
    return keep_contrat(contrat, current_vue().edition)


def open_annees() -> dict[int, int]:
    """Contracts by year, in the edition that the visitor sees; empty when it has none."""
    return keep_annees(current_vue().edition)
