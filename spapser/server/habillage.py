"""The product's own script, style and icon, read once and served from memory under `/habillage/`."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "statique"


@dataclass(frozen=True)
class Habillage:
    """One file served with the page."""

    name: str
    media_type: str
    content: bytes

    @property
    def version(self) -> str:
        """Return a short hash of the content: a changed file gets a new address, so any copy can be kept for a year."""
        return hashlib.sha256(self.content).hexdigest()[:10]

    @property
    def address(self) -> str:
        """Return the address of the file, relative to a page."""
        return f"./habillage/{self.name}?v={self.version}"


def compose_script() -> bytes:
    """Return the script of the page: French labels, the code that applies them, mends of the markup, links, keys of the stage."""
    labels = json.loads((FOLDER / "libelles.json").read_text("utf-8"))
    data = json.dumps(labels, ensure_ascii=False, separators=(",", ":"))
    code = "\n".join((FOLDER / name).read_text("utf-8") for name in ("fr.js", "reparations.js", "liens.js", "presenter.js"))
    return f"const LIBELLES={data};\n{code}".encode()


@cache
def load_habillage() -> dict[str, Habillage]:
    """Return the served files by name."""
    files = (
        Habillage("fr.js", "text/javascript", compose_script()),
        Habillage("style.css", "text/css", (FOLDER / "style.css").read_bytes()),
        Habillage("icone.svg", "image/svg+xml", (FOLDER / "icone.svg").read_bytes()),
    )
    return {file.name: file for file in files}
