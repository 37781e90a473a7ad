"""What the address of the presentation says: year, edition, slides in their order, position. The address is the only state."""

from dataclasses import dataclass

import streamlit as st

from spapser.errors import SpapserError
from spapser.exports.adresse import read_adresse
from spapser.exports.bilan import Bilan, build_bilan
from spapser.exports.diapositives import Diapositive, build_diapositives, choose_diapositives
from spapser.store import Edition, list_numeros
from spapser.ui.cache import EDITIONS, open_base, open_suivi
from spapser.ui.presente import EDITION as PAR_IDENTITE
from spapser.ui.presente import find_presente
from spapser.ui.presente import read_edition as read_one

ANNEE, EDITION, DIAPOS, POSITION = "annee", "edition", "diapos", "diapo"


@dataclass(frozen=True)
class Choix:
    """The presentation that an address asks for. `position` starts at 1; 0 before the first slide."""

    edition: Edition
    annee: int
    toutes: tuple[Diapositive, ...]
    suite: tuple[Diapositive, ...]
    position: int

    @property
    def total(self) -> int:
        """Number of slides to show."""
        return len(self.suite)

    @property
    def diapositive(self) -> Diapositive:
        """The slide at the position, the first one before the start."""
        return self.suite[max(self.position, 1) - 1]

    @property
    def mention(self) -> str:
        """Which figures these are: « bilan 2024, édition 0 »."""
        return self.edition.libelle


def read_choix() -> Choix:
    """Read the address; what it asks for and does not exist is left aside."""
    edition = read_edition()
    annee = read_annee(edition)
    toutes = open_diapositives(edition, annee)
    codes = [code for code in st.query_params.get(DIAPOS, "").split(",") if code]
    suite = choose_diapositives(toutes, codes)
    return Choix(edition, annee, toutes, suite, read_position(len(suite)))


def list_editions() -> list[Edition]:
    """The editions that may be presented, the present one last."""
    presente = find_presente().edition
    return [*(lue for numero in list_numeros() if numero < presente.numero and (lue := read_whole(numero))), presente]


def read_whole(numero: int) -> Edition | None:
    """An edition, None when it cannot be read."""
    try:
        return read_one(numero)
    except SpapserError:
        return None


def read_edition() -> Edition:
    """The edition of the address, else the one that the visitor looked at on the other pages, else the last one."""
    demandee = st.query_params.get(EDITION) or st.session_state.get(EDITION, "")
    editions = list_editions()
    return next((edition for edition in editions if str(edition.numero) == demandee), editions[-1])


def read_annee(edition: Edition) -> int:
    """The year of the address, else the one chosen on the other pages, else the last one of the edition."""
    suivi = open_suivi(edition)
    for demandee in (st.query_params.get(ANNEE), st.session_state.get(ANNEE)):
        if str(demandee).isdecimal() and int(demandee) in suivi.annees:
            return int(demandee)
    return suivi.derniere


def read_position(total: int) -> int:
    """The slide of the address, within what there is; 0 when it names none."""
    demandee = st.query_params.get(POSITION, "")
    return min(max(int(demandee), 1), total) if demandee.isdecimal() and len(demandee) < 6 else 0


def go(position: int) -> None:
    """Show a slide; 0 leads back to the preparation."""
    if position:
        st.query_params[POSITION] = str(position)
    else:
        st.query_params.pop(POSITION, None)


def move(pas: int, total: int) -> None:
    """Show the slide `pas` further than the one of the address, which may be later than the one that drew the button."""
    go(min(max(read_position(total) + pas, 1), total))


def write_adresse(page: str, choix: Choix, position: int) -> str:
    """The address of a page for the same presentation, at a slide."""
    morceaux = [f"{ANNEE}={choix.annee}", f"{EDITION}={choix.edition.numero}", f"{POSITION}={position}"]
    if DIAPOS in st.query_params:
        morceaux.append(f"{DIAPOS}={','.join(diapositive.code for diapositive in choix.suite)}")
    return f"./{page}?{'&'.join(morceaux)}"


@st.cache_resource(show_spinner=False, max_entries=EDITIONS * 4, hash_funcs=PAR_IDENTITE)
def open_bilan(edition: Edition, annee: int) -> Bilan:
    """The content of a year, read once."""
    return build_bilan(open_base(edition), open_suivi(edition), annee)


@st.cache_resource(show_spinner=False, max_entries=EDITIONS * 4, hash_funcs=PAR_IDENTITE)
def open_diapositives(edition: Edition, annee: int) -> tuple[Diapositive, ...]:
    """Every slide of a year, written once."""
    return build_diapositives(open_bilan(edition, annee), read_adresse())
