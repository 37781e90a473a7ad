"""A page of the stage without a browser."""

from streamlit.testing.v1 import AppTest

from tests.server.lancement import PROJECT


def open_page(page: str = "presenter", **adresse: object) -> AppTest:
    """A page of the stage at an address, as a shared link opens it."""
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    essai.query_params.clear()
    essai.query_params.update({nom: str(valeur) for nom, valeur in adresse.items()})
    return essai.switch_page(f"pages/{page}.py").run()
