"""A dataset as a grid that one types in: French titles, lists for what the catalogue lists, codes with their labels."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.suivi.source import FIABILITES
from spapser.typographie import insecables

RANG = "Ligne"
MOTS = FIABILITES | {"realise": "réalisé", "annonce": "annoncé", "non_realise": "non réalisé", "engage": "engagement",
                     "reference": "référence", "annee": "année"}


def edit_rows(jeu: Jeu, annee: int, lignes: Sequence[Mapping[str, str]], catalogue: Catalogue, cle: str) -> list[dict[str, str]]:
    """The grid, filled with `lignes`; what it holds now, as text, the empty rows left out and the year set.

    Each row keeps its number in the grid under RANG, empty for a new one; as in a file, the first row is line 2.
    """
    colonnes = sorted((c for c in jeu.colonnes if c.nom != "annee"), key=rank_colonne)
    cadre = st.data_editor(
        build_cadre(colonnes, lignes), num_rows="dynamic", hide_index=True, key=cle, width="stretch", row_height=40,
        height=min(620, 90 + 40 * max(5, len(lignes))), placeholder="", alt=f"Grille de saisie, {jeu.titre}, {annee}",
        column_config={RANG: st.column_config.TextColumn(RANG, disabled=True, width=60, pinned=True)}
        | {colonne.nom: build_colonne(colonne, catalogue) for colonne in colonnes})
    saisies = [{nom: write_text(valeur) for nom, valeur in ligne.items()} for ligne in cadre.to_dict("records")]
    return [ligne | {"annee": str(annee)} for ligne in saisies if any(v for nom, v in ligne.items() if nom != RANG)]


def rank_colonne(colonne: Colonne) -> int:
    """From left to right: what the row is about, its value, the rest in the order of the catalogue."""
    if colonne.reference or (colonne.obligatoire and not colonne.defaut):
        return 0
    return 1 if colonne.nom in ("valeur", "unite") else 2


def build_cadre(colonnes: Sequence[Colonne], lignes: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """The rows as a table: text everywhere, true dates in the columns of dates, nothing where a cell is empty."""
    donnees = {RANG: [str(rang) for rang in range(2, len(lignes) + 2)]}
    for colonne in colonnes:
        lire = read_date if colonne.type == "date" else (lambda texte: texte or None)
        donnees[colonne.nom] = [lire(ligne.get(colonne.nom, "")) for ligne in lignes]
    cadre = pd.DataFrame({nom: pd.Series(valeurs, dtype=object) for nom, valeurs in donnees.items()})
    return cadre.astype({c.nom: "datetime64[ns]" for c in colonnes if c.type == "date"})


def build_colonne(colonne: Colonne, catalogue: Catalogue):
    """How a column is typed: a list, a date, or text that the judgement reads as it reads a file."""
    commun = {"label": colonne.titre + (" *" if colonne.obligatoire and not colonne.defaut else ""),
              "help": insecables(colonne.description)}
    if colonne.reference:
        codes = list_codes(colonne.reference, catalogue)
        return st.column_config.SelectboxColumn(**commun, options=list(codes), format_func=codes.get, width="large")
    if colonne.enumeration or colonne.type == "boolean":
        options = list(colonne.enumeration) or ["oui", "non"]
        return st.column_config.SelectboxColumn(**commun, options=options, format_func=lambda mot: MOTS.get(mot, mot))
    if colonne.type == "date":
        return st.column_config.DateColumn(**commun, format="DD/MM/YYYY")
    large = "large" if colonne.nom in ("realisation", "titre", "achat", "note", "motif") else None
    return st.column_config.TextColumn(**commun, width=large)


def list_codes(reference: str, catalogue: Catalogue) -> dict[str, str]:
    """Codes that a column may refer to, each with what a person reads."""
    if reference == "fiche":
        return {fiche.code: f"{fiche.numero} · {fiche.titre_court}" for fiche in catalogue.fiches}
    if reference == "objectif":
        return {o.code: f"{fiche.numero} · {o.titre} ({o.code})" for fiche in catalogue.fiches for o in fiche.objectifs}
    return {i.code: f"{int(i.fiche[2:])} · {i.libelle} ({i.code})" for i in catalogue.indicateurs}


def read_date(texte: str) -> date | None:
    """A published date; None when the cell is empty."""
    return date.fromisoformat(texte) if texte else None


def write_text(valeur) -> str:
    """A typed cell as the judgement receives it."""
    if valeur is None or pd.isna(valeur):
        return ""
    if isinstance(valeur, date):
        return valeur.strftime("%Y-%m-%d")
    return str(valeur).strip()
