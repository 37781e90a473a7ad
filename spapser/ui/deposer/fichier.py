"""Step 2: the file that a person drops, and the sheet to read in it."""

import hashlib
from dataclasses import dataclass, field, replace

import streamlit as st

from spapser.depot.readers import list_feuilles
from spapser.depot.readers.decp import JEU as CONTRATS
from spapser.depot.readers.nature import ACCEPTES, ACCEPTES_CONTRATS
from spapser.ui.balises import show
from spapser.ui.deposer.accueil import welcome_files
from spapser.ui.deposer.faute import explain

RECU, TOUR = "depot_recu", "depot_tour"


@dataclass(frozen=True)
class Recu:
    """A file as it came, its SHA-256, its sheets and the chosen one; `faute` says why it cannot even be opened."""

    identite: str
    nom: str
    contenu: bytes = field(repr=False)
    empreinte: str
    feuilles: tuple[str, ...] = ()
    feuille: str = ""
    faute: str = ""


def receive(jeu: str = "") -> Recu | None:
    """The file that the person dropped for a dataset, opened once; None while there is none."""
    accepte = ACCEPTES_CONTRATS if jeu == CONTRATS else ACCEPTES
    show('<h2 class="sp-titre2">2. Votre fichier</h2><p class="sp-aide">Le modèle rempli, ou votre propre fichier&nbsp;: les '
         "lignes de titre, les totaux et l’ordre des colonnes importent peu. Aucune donnée personnelle&nbsp;: un fichier qui en "
         "contient est refusé et oublié.</p>")
    welcome_files()
    # Every type may be dropped: our reader says in one sentence what a file is, the widget would only redden its name.
    depose = st.file_uploader(f"Choisir le fichier, ou le faire glisser ici ({accepte})",
                              key=f"fichier_{st.session_state.get(TOUR, 0)}")
    if depose is None:
        st.session_state.pop(RECU, None)
        return None
    recu = st.session_state.get(RECU)
    if recu is None or recu.identite != depose.file_id:
        recu = st.session_state[RECU] = open_file(depose.file_id, depose.name, depose.getvalue())
    return replace(recu, feuille=choose_feuille(recu.feuilles))


def open_file(identite: str, nom: str, contenu: bytes) -> Recu:
    """Weigh the file and list its sheets; a file that cannot be opened says why."""
    recu = Recu(identite, nom, contenu, hashlib.sha256(contenu).hexdigest())
    try:
        return replace(recu, feuilles=list_feuilles(nom, contenu))
    except Exception as erreur:
        return replace(recu, faute=explain(erreur))


def choose_feuille(feuilles: tuple[str, ...]) -> str:
    """The sheet to read, asked for only when there are several."""
    if len(feuilles) < 2:
        return ""
    return st.selectbox("Feuille à lire", feuilles, key="feuille")


def empty_place() -> None:
    """An empty place for the next file."""
    st.session_state.pop(RECU, None)
    st.session_state[TOUR] = st.session_state.get(TOUR, 0) + 1
