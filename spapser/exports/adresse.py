"""The public address of the dashboard, printed by documents and slides when the service that runs it says so."""

import os
from urllib.parse import urlsplit

VARIABLE = "SPAPSER_ADRESSE"


def read_adresse() -> str:
    """The address in the environment without its final slash; empty when there is none or when it is no web address."""
    adresse = os.environ.get(VARIABLE, "").strip().rstrip("/")
    try:
        morceaux = urlsplit(adresse)
    except ValueError:
        return ""
    return adresse if morceaux.scheme in ("http", "https") and morceaux.hostname else ""
