"""Which visits have a place to drop a file on their page: the server takes a file from no other."""

from streamlit.runtime.scriptrunner import get_script_run_ctx

LIMITE = 10_000
ACCUEILLIES: dict[str, None] = {}


def welcome_files() -> None:
    """Remember that this visit is shown the place; the oldest ones are forgotten beyond the limit."""
    contexte = get_script_run_ctx(suppress_warning=True)
    if contexte is None:
        return
    ACCUEILLIES.pop(contexte.session_id, None)
    ACCUEILLIES[contexte.session_id] = None
    while len(ACCUEILLIES) > LIMITE:
        ACCUEILLIES.pop(next(iter(ACCUEILLIES)), None)


def is_welcome(visite: str) -> bool:
    """True when the visit of this number was shown the place to drop a file."""
    return visite in ACCUEILLIES
