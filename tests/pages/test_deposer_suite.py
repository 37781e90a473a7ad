"""Around a deposit: what is kept for the visit, what is refused, what one sees and undoes afterwards."""

import pytest

from spapser.errors import PublicationRefusee
from spapser.store import Changement, Effet, list_numeros
from spapser.ui.deposer import examen as session
from spapser.ui.deposer import publication
from spapser.ui.deposer.suite import list_pages
from tests.pages.bureau import ABIME, BON, drop, find, find_hours, open_page, press, publish, read

pytestmark = pytest.mark.usefixtures("depot_neuf")


def test_published_then_seen_then_undone_from_the_journal() -> None:
    publish(drop(open_page(), BON))
    fiche = read(open_page(nom="fa04_heures_insertion", annee="2025"))
    assert "74 300,5 heures" in fiche
    assert "heures.csv (édition 1)" in fiche
    journal = open_page(nom="journal", publication="1")
    assert "Heures de l’année" in read(journal)
    find(journal.button, "preparer_1").click()
    press(journal.run(), quoi="annuler_1", motif="Mauvais fichier")
    assert (find_hours(), list_numeros()) == (None, [0, 1, 2])
    assert "74 300,5" not in read(open_page(nom="fa04_heures_insertion"))


def test_a_file_is_read_once_whatever_is_clicked(monkeypatch: pytest.MonkeyPatch) -> None:
    lectures = []
    monkeypatch.setattr(session, "examine", lambda *a, vrai=session.examine: lectures.append(1) or vrai(*a))
    essai = drop(open_page(), BON + "Total;;;80000\n")
    essai.checkbox[0].check()
    essai.run()
    essai.selectbox(key="an").select("2025")
    assert "rien n’empêche de publier" in read(essai.run())
    assert len(lectures) == 1


def test_a_bar_tells_how_far_the_reading_is_then_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    vus: list[tuple] = []

    class Barre:
        def progress(self, part: float, mot: str) -> None:
            vus.append((part, mot))

        def empty(self) -> None:
            vus.append(("partie", ""))

    monkeypatch.setattr(session.st, "progress", lambda part, mot: vus.append((part, mot)) or Barre())
    drop(open_page(), BON)
    *etapes, fin = vus
    parts = [part for part, _ in etapes]
    assert fin == ("partie", "")
    assert parts == sorted(parts)
    assert (parts[0], parts[-1]) == (0.0, 1.0)
    assert len({mot for _, mot in etapes}) >= 5
    assert all(mot[0].isupper() and mot.isprintable() for _, mot in etapes)


def test_the_year_declared_judges_the_same_rows_again() -> None:
    essai = drop(open_page(), BON)
    essai.selectbox(key="an").select("2026")
    assert "l’année « 2025 » n’est pas celle du dépôt (2026)" in read(essai.run()).lower()
    essai.selectbox(key="an").select("2025")
    assert "74 300,5 heures" in read(essai.run())


def test_the_workshop_of_a_file_is_closed_when_another_takes_its_place() -> None:
    essai = drop(open_page(), ABIME)
    premier = essai.session_state[session.CLE].examen.table.atelier
    assert premier.dossier.is_dir()
    drop(essai, BON)
    assert not premier.dossier.exists()
    second = essai.session_state[session.CLE].examen.table.atelier
    publish(essai)
    assert not second.dossier.exists()


def test_what_nobody_foresaw_is_one_sentence_and_its_words_are_not_logged(monkeypatch: pytest.MonkeyPatch,
                                                                          caplog: pytest.LogCaptureFixture) -> None:
    personne = " ".join(["Durand", "Camille"])

    def fail(*_: object) -> None:
        raise RuntimeError(personne)

    monkeypatch.setattr(session, "examine", fail)
    lu = read(drop(open_page(), BON))
    assert "Une erreur que nous n’avions pas prévue" in lu
    assert personne not in lu + caplog.text
    assert "RuntimeError" in caplog.text


def test_a_publication_refused_keeps_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PublicationRefusee("Le disque est plein : libérer de la place, puis publier de nouveau.")

    essai = drop(open_page(), BON)
    with monkeypatch.context() as plein:
        plein.setattr(publication, "publish_examen", fail)
        assert "Le disque est plein" in read(press(essai))
    assert "Édition 1 publiée et relue." in read(press(essai))


def test_a_part_of_a_year_is_warned_about() -> None:
    publish(drop(open_page(), BON))
    lu = read(drop(open_page(), "\n".join(BON.splitlines()[:2]) + "\n", "partie.csv"))
    assert "1 ligne déjà publiée disparaîtrait : un dépôt remplace l’année entière." in lu


def test_from_another_machine_the_page_says_why_it_is_closed_and_gives_the_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spapser.ui.ecriture.why_not", lambda acte: "La publication est fermée : essai.")
    essai = open_page()
    assert "La publication est fermée : essai." in read(essai)
    assert not essai.get("file_uploader")
    assert [bouton.proto.label for bouton in essai.get("download_button")] == ["Modèle pour tableur (XLSX)", "Modèle en CSV"]


def test_the_five_steps_say_where_one_stands() -> None:
    def current(essai) -> str:
        brut = "".join(noeud.proto.body for noeud in essai.get("html"))
        return brut.split('aria-current="step">')[1].split("<")[0]

    essai = open_page()
    assert current(essai) == "Choisir les données"
    assert current(drop(essai, b"%PDF-1.7", "rapport.pdf")) == "Déposer le fichier"
    assert current(drop(essai, ABIME)) == "Lire le verdict"
    assert current(drop(essai, BON)).replace("\u00a0", " ") == "Voir l’effet"


@pytest.mark.parametrize(("jeu", "codes", "pages"), [
    ("insertion_operations", ["fa04_heures", "fa04_part_services"], ["fa04_heures_insertion"]),
    ("suivi_actions", ["fa10_1", "fa04_2"], ["fa04_heures_insertion", "fa10_empreinte_environnementale"]),
    ("programmation", [], ["matinale"]), ("marches", [], ["donnees"])])
def test_the_pages_to_look_at_are_those_that_changed(jeu: str, codes: list[str], pages: list[str]) -> None:
    effets = [Effet(code, code, 2025, "", "1", "2", "", "") for code in codes]
    assert [page for page, _ in list_pages([Changement(jeu, 2025, 1, 1, 0, 0)], effets)] == pages


def test_the_link_to_a_fiche_opens_at_the_year_that_was_published() -> None:
    essai = publish(drop(open_page(annee="2024"), BON))
    assert "Voir la fiche 4, Heures d’insertion" in read(essai)
    assert "74 300,5 heures" in read(essai.switch_page("pages/fa04_heures_insertion.py").run())
