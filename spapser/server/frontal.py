"""Where the installed Streamlit keeps its front end, and what is in it."""

from pathlib import Path

import streamlit

# What every fiche draws, asked for by the browser only once it arrives: worth fetching with the page instead.
EARLY_CHUNKS = ("PlotlyChart", "Html", "purify.es", "ButtonGroup", "useBasicWidgetState", "withFullScreenWrapper")


def static_folder() -> Path:
    """Return the folder of Streamlit's own pages, scripts and styles."""
    return Path(streamlit.__file__).parent / "static"


def read_index() -> str:
    """Return the untouched `index.html` of the installed Streamlit, with its exact line endings."""
    return (static_folder() / "index.html").read_bytes().decode()


def find_chunks(names: tuple[str, ...] = EARLY_CHUNKS) -> list[str]:
    """Return the addresses of the named chunks; their hash changes with each release, a missing one is left out."""
    folder = static_folder() / "static" / "js"
    return [f"./static/js/{path.name}" for name in names for path in sorted(folder.glob(f"{name}.*.js"))]
