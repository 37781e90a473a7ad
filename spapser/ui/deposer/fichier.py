"""Step 2: the file, its sheet, and its examination, made once and kept for the visit."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from spapser.depot.apercu import Apercu, preview
from spapser.depot.parcours import Demande, Examen, examine
from spapser.depot.readers import list_feuilles
from spapser.errors import SpapserError
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base
from spapser.ui.deposer.choix import Choix
from spapser.ui.edition import current_vue

TYPES = ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods", "parquet"]
CLE, CHOISIES, TOUR = "depot_examine", "depot_colonnes", "depot_tour"


@dataclass
class Depot:
    """A file once examined: `apercu` is None while something forbids publishing, `faute` says why nothing could be read.

    `rattrapee` is True when somebody published meanwhile: the effect shown is no longer the one the person saw.
    """

    cle: tuple
    examen: Examen | None = None
    apercu: Apercu | None = None
    faute: str = ""
    rattrapee: bool = False


def receive(choix: Choix) -> Depot | None:
    """The file that the person drops, examined; None while there is none."""
    show('<h2 class="sp-titre2">2. Votre fichier</h2>')
    recu = st.file_uploader("Fichier CSV, XLSX, XLS, ODS ou Parquet", type=TYPES, key=f"fichier_{st.session_state.get(TOUR, 0)}",
                            help="Aucune donnée personnelle : un fichier qui en contient est refusé et oublié.")
    if recu is None:
        forget()
        return None
    contenu = recu.getvalue()
    try:
        feuille = choose_feuille(recu.name, contenu)
    except SpapserError as erreur:
        forget()
        return Depot((), faute=str(erreur))
    return open_depot(choix, recu.name, contenu, feuille)


def choose_feuille(nom: str, contenu: bytes) -> str:
    """The sheet to read, asked for only when there are several."""
    feuilles = list_feuilles(nom, contenu)
    if len(feuilles) < 2:
        return ""
    return st.selectbox("Feuille à lire", feuilles, key="feuille")


def open_depot(choix: Choix, nom: str, contenu: bytes, feuille: str) -> Depot:
    """The examination of this very file with these very choices, made anew only when one of them changes."""
    base = open_base(current_vue().presente)
    colonnes = st.session_state.get(CHOISIES, {})
    empreinte = hashlib.sha256(contenu).hexdigest()
    cle = (empreinte, nom, feuille, choix.jeu.nom, choix.annees, tuple(sorted(colonnes.items())), base.edition.numero)
    depot = st.session_state.get(CLE)
    if depot is None or depot.cle != cle:
        rattrapee = depot is not None and depot.cle[:-1] == cle[:-1]
        forget(garde_colonnes=True)
        depot = examine_file(cle, Demande(choix.jeu.nom, nom, contenu, choix.annees, feuille, colonnes))
        depot.rattrapee = rattrapee
        st.session_state[CLE] = depot
    return depot


def examine_file(cle: tuple, demande: Demande) -> Depot:
    """Read, judge and preview under a progress bar; a refusal is a sentence."""
    base, barre = open_base(current_vue().presente), st.progress(0.0, "Lecture du fichier")
    try:
        examen = examine(demande, base, lambda part, mot: barre.progress(min(part * 0.6, 1.0), mot))
        if not examen.rapport.accepte:
            return Depot(cle, examen)
        return Depot(cle, examen, preview(examen, base, lambda part, mot: barre.progress(min(0.6 + part * 0.4, 1.0), mot)))
    except SpapserError as erreur:
        return Depot(cle, faute=str(erreur))
    finally:
        barre.empty()


def choose_colonnes(choisies: Mapping[str, str]) -> None:
    """Remember what the person says of the columns of this file; the examination is made again with it."""
    st.session_state[CHOISIES] = st.session_state.get(CHOISIES, {}) | dict(choisies)


def forget(garde_colonnes: bool = False) -> None:
    """Close the workshop of the last file; what was said of its columns goes with it."""
    depot = st.session_state.pop(CLE, None)
    if depot is not None and depot.examen is not None:
        depot.examen.close()
    if not garde_colonnes:
        st.session_state.pop(CHOISIES, None)


def start_again() -> None:
    """An empty place for the next file."""
    forget()
    st.session_state[TOUR] = st.session_state.get(TOUR, 0) + 1


def render_faute(depot: Depot) -> bool:
    """Say why the file was refused; False, and nothing shown, when it was read."""
    if depot.faute:
        show(f'<div class="bandeau" role="alert"><p>{t(depot.faute)}</p></div>')
    return bool(depot.faute)
