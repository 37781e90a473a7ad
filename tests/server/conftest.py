"""A tiny application behind the real shell, so that these tests need none of the product's pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.lancement import PROJECT, serve

APP = """
import os
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    import spapser.depot
    from spapser.errors import SpapserError
    from spapser.server import options

    def verify():
        if "PANNE" in os.environ:
            raise SpapserError(os.environ["PANNE"])

    spapser.depot.verify_shipped = verify
    app = st.App("app.py", **options())
else:
    accueil = st.Page("pages/accueil.py", title="Accueil", icon=":material/home:", default=True)
    st.navigation([accueil, st.Page("pages/suite.py", title="Suite", icon=":material/flag:")]).run()
"""
ACCUEIL = """
import streamlit as st
st.title("Accueil")
"""
SUITE = """
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

st.title("Suite")
table = pd.DataFrame({"Mois": pd.date_range("2025-01-01", periods=3), "Montant": [1, 2, 3]})
st.plotly_chart(go.Figure({"data": [{"type": "bar", "x": ["a", "b"], "y": [1, 2]}]}), alt="Deux barres")
st.table(table)
st.dataframe(table)
st.html("<p>Texte libre : <b>Upload</b></p>")
st.download_button("Prendre le fichier", b"a;b", "donnees.csv")
st.file_uploader("Fichier", type=["csv"])
st.selectbox("Commune", ["Orly"], index=None)
st.date_input("Date", format="DD/MM/YYYY")
if st.button("Casser"):
    raise ValueError("détail confidentiel")
"""


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tiny application, with the product's own settings."""
    folder = tmp_path_factory.mktemp("application")
    (folder / "pages").mkdir()
    for name, text in {"app.py": APP, "pages/accueil.py": ACCUEIL, "pages/suite.py": SUITE}.items():
        (folder / name).write_text(text, "utf-8")
    shutil.copytree(PROJECT / ".streamlit", folder / ".streamlit")
    return folder


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that receives what the server prints."""
    return tmp_path_factory.mktemp("journal") / "serveur.log"


@pytest.fixture(scope="session")
def port(dossier: Path, journal: Path) -> Iterator[int]:
    """The port of a running server."""
    with serve(dossier, journal) as number:
        yield number
