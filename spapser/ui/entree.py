"""An entry of the menu. Streamlit looks each page up on disk at every run; here it does so once."""

from copy import copy
from functools import cache
from typing import Any

import streamlit as st


def make_entree(nom: str, titre: str, **options: Any) -> Any:
    """The page `pages/<nom>.py` under its title; a new object each time, since Streamlit marks the one it runs."""
    return copy(keep_entree(nom, titre, **options))


@cache
def keep_entree(nom: str, titre: str, **options: Any) -> Any:
    """The page as Streamlit first described it; asked for inside a run only, or it would be half described."""
    return st.Page(f"pages/{nom}.py", title=titre, **options)
