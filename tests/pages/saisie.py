"""The page « Saisir » as AppTest opens it, and what one reads and signs there."""

from streamlit.testing.v1 import AppTest

from tests.pages.ecran import Ecran
from tests.server.lancement import PROJECT


def open_page(**adresse: str) -> AppTest:
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    essai.query_params.update({"annee": "2024"} | adresse)
    essai.run()
    essai.switch_page("pages/saisir.py").run()
    assert [erreur.value for erreur in essai.exception] == []
    return essai


def read_texte(essai: AppTest) -> str:
    assert [erreur.value for erreur in essai.exception] == []
    return "\n".join(Ecran(essai).textes)


def sign(essai: AppTest, auteur: str, motif: str, cle: str = "saisie") -> AppTest:
    essai.text_input(key=f"auteur_{cle}").set_value(auteur)
    essai.text_input(key=f"motif_{cle}").set_value(motif)
    return essai.button(key=f"publier_{cle}").click().run()
