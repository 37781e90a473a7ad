"""A staff member at the deposit page, without a browser: open it, drop a file, read, sign, publish."""

from streamlit.testing.v1 import AppTest

from spapser.store import Base, load_edition
from tests.pages.ecran import PROJECT, Ecran

HEURES = "Heures d’insertion par opération"
ENTETE = "Opération;Type;Année;Valeur\n"
BON = ENTETE + "Collecte des ordures ménagères;Services;2025;70 100,5\nNettoyage des locaux;services;2025;4 200\n"
ABIME = ENTETE + "Collecte des ordures ménagères;Service;2025;70 100,5\nÉcole;Travaux;2025;environ 12\n"


def open_page(jeu: str = HEURES, nom: str = "deposer", **adresse: str) -> AppTest:
    """The deposit page on a dataset, or another page of the same visit."""
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    for cle, valeur in {"jeu": jeu, **adresse}.items():
        essai.query_params[cle] = valeur
    essai.run()
    return essai.switch_page(f"pages/{nom}.py").run()


def drop(essai: AppTest, contenu: str | bytes, nom: str = "heures.csv") -> AppTest:
    """Drop a file on the page."""
    octets = contenu.encode() if isinstance(contenu, str) else contenu
    essai.get("file_uploader")[0].set_value((nom, octets, "application/octet-stream"))
    return essai.run()


def read(essai: AppTest) -> str:
    """Everything one may read on the page, its no-break spaces made plain."""
    assert not essai.exception
    return "\n".join(Ecran(essai).textes).replace("\u00a0", " ").replace("\u202f", " ")


def find(elements, debut: str):
    """The element whose key begins so."""
    return next(element for element in elements if str(element.key).startswith(debut))


def publish(essai: AppTest, auteur: str = "Camille", motif: str = "Heures de l’année") -> AppTest:
    """Tick what must be, sign and publish."""
    for case in essai.checkbox:
        case.check()
    return press(essai, auteur, motif)


def press(essai: AppTest, auteur: str = "Camille", motif: str = "Heures de l’année", quoi: str = "depot") -> AppTest:
    """Sign and press the button."""
    find(essai.text_input, f"auteur_{quoi}").input(auteur)
    find(essai.text_input, f"motif_{quoi}").input(motif)
    find(essai.button, f"publier_{quoi}").click()
    return essai.run()


def choose(essai: AppTest, champ: str, valeur: str, genre: str = "inconnue") -> None:
    """Say what a column of the file is, without applying it yet."""
    find(essai.selectbox, f"{genre}_{champ}_").select(valeur)


def apply(essai: AppTest, bouton: str = "appliquer_colonnes") -> AppTest:
    """Press the button below the columns."""
    find(essai.button, bouton).click()
    return essai.run()


def find_hours(annee: int = 2025) -> float | None:
    """Hours counted in the last edition."""
    lignes = Base(load_edition()).query("select valeur from resultats where indicateur = 'fa04_heures' and annee = ?", [annee])
    return lignes[0]["valeur"] if lignes else None
