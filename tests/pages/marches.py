"""The page « Marchés » opened at an address, over the year of contracts that the fixture `contrats_publies` deposits."""

from streamlit.testing.v1 import AppTest

from spapser.store import Base, load_edition
from tests.pages.contrats_pieges import ANNEE
from tests.pages.ecran import Ecran
from tests.server.lancement import PROJECT


def visit(**parametres: str) -> Ecran:
    """Open an address of the page as somebody who received it does."""
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    essai.query_params["annee"] = str(ANNEE)
    essai.run()
    for nom, valeur in parametres.items():
        if nom != "annee":
            essai.query_params[nom] = valeur
    vu = Ecran(essai.switch_page("pages/marches.py").run())
    assert [erreur.value for erreur in essai.exception] == []
    return vu


def read_numero(identifiant: str) -> str:
    """The number of a contract in the addresses."""
    lignes = Base(load_edition()).query("select contrat from contrats where identifiant = ?", [identifiant])
    return lignes[0]["contrat"]
