"""Why something went wrong, in one sentence: ours when we foresaw it, a plain one when we did not. Never a trace on a page."""

import logging
import traceback

from spapser.errors import SpapserError
from spapser.ui.balises import show, t

IMPREVUE = ("Une erreur que nous n’avions pas prévue a tout arrêté : rien n’a été publié, et rien de ce fichier n’a été gardé. "
            "Déposer de nouveau le fichier ; si cela recommence, prévenir la personne qui tient ce site.")


def explain(erreur: Exception) -> str:
    """The sentence to show. What was not foreseen is logged by its kind and place only: its words could quote the file."""
    if isinstance(erreur, SpapserError):
        logging.getLogger(__name__).info("refus", extra={"evenement": "refus", "genre": type(erreur).__name__})
        return str(erreur)
    lieux = "".join(traceback.format_tb(erreur.__traceback__))
    logging.getLogger(__name__).error("Dépôt : %s imprévue\n%s", type(erreur).__name__, lieux,
                                        extra={"evenement": "erreur", "genre": type(erreur).__name__})
    return IMPREVUE


def render_faute(phrase: str) -> None:
    """Say it, and let a screen reader say it at once."""
    show(f'<div class="bandeau faute" role="alert"><p>{t(phrase)}</p></div>')
