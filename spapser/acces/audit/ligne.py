"""One line of the audit log, and where the log is."""

import hashlib
import json
from pathlib import Path

from spapser.dossier import depot_folder

ORIGINE = "0" * 64
CHAMPS = ("rang", "date", "acte", "qui", "compte", "origine", "objet", "precedent")


def log_path() -> Path:
    """The log: `audit/journal.jsonl` beside the editions."""
    return depot_folder() / "audit" / "journal.jsonl"


def head_path() -> Path:
    """What the log must end with: number of lines, SHA-256 of the last one, size in bytes."""
    return log_path().with_name("tete.json")


def seal_entry(corps: dict) -> str:
    """SHA-256 of the content of a line, whatever its layout; the line before it is part of the content."""
    return hashlib.sha256(json.dumps(corps, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def write_line(corps: dict) -> bytes:
    """The bytes of a line, its own SHA-256 last."""
    return json.dumps(corps | {"empreinte": seal_entry(corps)}, ensure_ascii=False).encode() + b"\n"


def read_line(octets: bytes) -> dict | None:
    """A line that is whole and says of itself what it is; None for any other."""
    try:
        ligne = json.loads(octets)
        corps = {nom: valeur for nom, valeur in ligne.items() if nom != "empreinte"}
        juste = octets.endswith(b"\n") and set(corps) == set(CHAMPS) and ligne["empreinte"] == seal_entry(corps)
    except (ValueError, KeyError, AttributeError, RecursionError):
        return None
    return ligne if juste else None
