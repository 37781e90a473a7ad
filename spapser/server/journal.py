"""What the service writes of itself: one JSON object a line on stderr, with `SPAPSER_JOURNAL=json`.

Keys: `date` (ISO, UTC), `niveau`, `evenement` (demarrage, publication, refus, erreur, technique), `source` (module), then
those of CHAMPS. What a library says is kept by its place only, an exception by its kind and its lines of code: their words
could quote an address, a question or a cell of a file. Without the variable, Streamlit's own text goes on.
"""

import json
import logging
import os
import secrets
import sys
import traceback
from datetime import UTC, datetime

import streamlit as st

from spapser.typographie import insecables

CHAMPS = ("edition", "nature", "version", "identifiant", "phrase", "genre")
BAVARDS = ("streamlit", "uvicorn", "uvicorn.access", "uvicorn.asgi", "uvicorn.error", "websockets", "asyncio", "tornado")
JOURNAL = logging.getLogger("spapser.server")


class Lignes(logging.Formatter):
    """One record as one line of JSON, without anything that a visitor or a file could have put in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; French text as it is."""
        ligne = {"date": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
                 "niveau": record.levelname.lower(), "evenement": getattr(record, "evenement", "technique"),
                 "source": record.name}
        ligne |= {champ: getattr(record, champ) for champ in CHAMPS if hasattr(record, champ)}
        if ligne["evenement"] == "technique":
            ligne["lieu"] = f"{record.module}:{record.lineno}"
        if record.exc_info and record.exc_info[0]:
            ligne |= describe_exception(record.exc_info[1])
        return json.dumps(ligne, ensure_ascii=False)


def describe_exception(erreur: BaseException) -> dict:
    """The kind of an exception and the lines of code that led to it, never its words."""
    lieux = [f"{cadre.filename.rsplit('/', 1)[-1]}:{cadre.lineno} {cadre.name}"
             for cadre in traceback.extract_tb(erreur.__traceback__)]
    return {"genre": type(erreur).__name__, "trace": lieux[-12:]}


def is_structured() -> bool:
    """True when the person who runs the service asked for JSON lines."""
    return os.environ.get("SPAPSER_JOURNAL", "").strip().lower() == "json"


def open_journal() -> None:
    """Send every record of this process through the only formatter that keeps silent about people."""
    if not is_structured():
        return
    sortie = logging.StreamHandler(sys.stderr)
    sortie.setFormatter(Lignes())
    racine = logging.getLogger()
    racine.handlers[:] = [sortie]
    logging.getLogger("spapser").setLevel(logging.INFO)
    for nom in [*logging.root.manager.loggerDict, *BAVARDS]:
        bavard = logging.getLogger(nom)
        bavard.handlers.clear()
        bavard.propagate = True
    logging.getLogger("uvicorn.access").disabled = True
    for nom in BAVARDS:
        logging.getLogger(nom).setLevel(logging.WARNING)


def tell_event(phrase: str) -> bool:
    """Write one sentence of the start as an event; False when the journal is plain text and somebody must print it."""
    if is_structured():
        JOURNAL.info("", extra={"evenement": "demarrage", "phrase": phrase.strip()})
    return is_structured()


def report_error(erreur: Exception) -> bool:
    """What a page that failed shows: one sentence, and the identifier under which the journal keeps the error."""
    identifiant = secrets.token_hex(4)
    JOURNAL.error("Erreur %s", identifiant, exc_info=erreur if is_structured() else None,
                  extra={"evenement": "erreur", "identifiant": identifiant})
    st.error(insecables("Cette page n’a pas pu être calculée. Recharger la page ; si cela recommence, donner le numéro "
                        f"d’erreur {identifiant} à la personne qui tient ce site."))
    return True
