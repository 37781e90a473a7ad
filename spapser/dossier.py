"""Where everything that is written lives: one folder, which editions, accounts and the audit log share."""

import os
from pathlib import Path

PROJET = Path(__file__).parents[1]


def depot_folder() -> Path:
    """`SPAPSER_DEPOT`, by default a git-ignored folder of the project; it may not exist yet."""
    return Path(os.environ.get("SPAPSER_DEPOT") or PROJET / "depot_editions").absolute()
