"""The examination of the dropped file: made once, kept for the visit, judged again only when a choice changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.agec import choose_layout
from spapser.depot.apercu import Apercu, preview
from spapser.depot.avancement import Avancement
from spapser.depot.bilan import Bilan, sum_up
from spapser.depot.echantillon import list_exemples
from spapser.depot.parcours import Demande, Examen, examine, reconsider
from spapser.ui.balises import unmark
from spapser.ui.cache import open_base
from spapser.ui.deposer.choix import Choix
from spapser.ui.deposer.faute import explain
from spapser.ui.deposer.fichier import Recu
from spapser.ui.edition import current_vue

CLE, DITES = "depot_examine", "depot_colonnes"


@dataclass(frozen=True)
class Depot:
    """A file once examined, its verdict in counts and the first cells of each column.

    `apercu` is None while something forbids publishing, `faute` says why nothing could be read. `rattrapee` is True when
    somebody published meanwhile: the effect shown is no longer the one the person saw.
    """

    cle: tuple
    examen: Examen | None = None
    bilan: Bilan | None = None
    exemples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apercu: Apercu | None = None
    faute: str = ""
    rattrapee: bool = False

    @property
    def empreinte(self) -> str:
        """SHA-256 of the file."""
        return self.cle[0][0]


@dataclass(frozen=True)
class Dites:
    """What the person says of the columns of one header: field -> column of the dataset, empty to leave it aside."""

    entete: tuple[str, str]
    choix: Mapping[str, str]


def open_depot(choix: Choix, recu: Recu | None) -> Depot | None:
    """The examination of this very file with these very choices; None without a file."""
    if recu is None:
        forget()
        return None
    if recu.faute:
        forget()
        return Depot((), faute=recu.faute)
    demande = Demande(choix.jeu.nom, recu.nom, recu.contenu, choix.annees, recu.feuille, acheteur=choix.acheteur)
    fichier = (recu.empreinte, recu.nom, recu.feuille, choix.jeu.nom, choix.acheteur)
    cle = (fichier, choix.annees, st.session_state.get(DITES), open_base(current_vue().presente).edition.numero)
    depot = st.session_state.get(CLE)
    if depot is None or depot.cle != cle:
        nouveau = examine_file(cle, demande, depot)
        depot = st.session_state[CLE] = replace(nouveau, rattrapee=depot is not None and depot.cle[:-1] == cle[:-1])
    return depot


def examine_file(cle: tuple, demande: Demande, ancien: Depot | None) -> Depot:
    """Read, judge and preview under a progress bar; a refusal is a sentence."""
    base, barre = open_base(current_vue().presente), st.progress(0.0, "Lecture du fichier")
    st.session_state.pop(CLE, None)  # what is under way belongs to nobody until it is whole
    try:
        examen = judge_file(cle, demande, ancien, scale(barre, 0.0, 0.6))
        lu = Depot(cle, examen, sum_up(examen.table, examen.rapport), list_exemples(examen.table))
        if not examen.rapport.accepte:
            return lu
        return replace(lu, apercu=preview(examen, base, scale(barre, 0.6, 0.4)))
    except Exception as erreur:
        return Depot(cle, faute=explain(erreur))
    finally:
        barre.empty()


def judge_file(cle: tuple, demande: Demande, ancien: Depot | None, avancement: Avancement) -> Examen:
    """The rows are read again only when the file, its sheet or the dataset is another one."""
    base, dites = open_base(current_vue().presente), st.session_state.get(DITES)
    meme = ancien is not None and ancien.examen is not None and ancien.cle[0] == cle[0]
    if ancien is not None and ancien.examen is not None and not meme:
        ancien.examen.close()
    examen = ancien.examen if meme else examine(demande, base, avancement)
    choix = dites.choix if dites and dites.entete == name_entete(examen) else {}
    if not meme and not choix:
        return examen
    return reconsider(examen, replace(demande, choix=choix), base, avancement)


def scale(barre, debut: float, part: float) -> Avancement:
    """An advance that fills a part of the bar."""
    return lambda fait, mot: barre.progress(min(debut + fait * part, 1.0), unmark(mot))


def read_as(depot: Depot) -> Jeu:
    """The columns that the file was judged against: those of the dataset, or the national layout that it accepts."""
    return choose_layout(depot.examen.table, load_catalogue().jeu(depot.examen.demande.jeu))


def name_entete(examen: Examen) -> tuple[str, str]:
    """What makes two headers the same: the dataset, and the titles in their order."""
    return examen.demande.jeu, examen.correspondance.disposition


def choose_colonnes(examen: Examen, choisies: Mapping[str, str]) -> None:
    """Remember what the person says of the columns of this header; the rows are judged again with it."""
    st.session_state[DITES] = Dites(name_entete(examen), {**examen.demande.choix, **choisies})


def forget() -> None:
    """Close the workshop of the last file."""
    depot = st.session_state.pop(CLE, None)
    if depot is not None and depot.examen is not None:
        depot.examen.close()
