"""The fictitious files that ship: they say that they are, their list says what each one does, and each one does it."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from data.exemples.fabriquer import DOSSIER, FICHIERS
from spapser.acces import operator
from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.errors import DonneesPersonnelles
from spapser.store import Base, load_edition

LISTE = (DOSSIER / "LISEZMOI.md").read_text("utf-8")
LIGNES = re.findall(r"^\| `(exemple-fictif-[^`]+)` \| `(\w+)`, (\d{4}) \| (.+) \|$", LISTE, re.MULTILINE)
ACCEPTES = {"exemple-fictif-heures-2025.xlsx": 13, "exemple-fictif-observations-2025.xlsx": 20,
            "exemple-fictif-suivi-actions-2025.xlsx": 44, "exemple-fictif-marches-2025.csv": 12,
            "exemple-fictif-declaration-agec-2025.csv": 20, "exemple-fictif-complements-2025.csv": 360}
DEFAUTS = re.findall(r"^\| ([A-Z]\d+) \| .+ \| (bloquant|avertissement)[ ,:]", LISTE, re.MULTILINE)


@pytest.fixture(scope="module")
def base() -> Base:
    """What ships."""
    return Base(load_edition(0))


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of editions of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))


def make_demande(nom: str) -> Demande:
    (jeu, annee), = [(jeu, annee) for fichier, jeu, annee, _ in LIGNES if fichier == nom]
    return Demande(jeu, nom, (DOSSIER / nom).read_bytes(), (int(annee),))


def unpack(contenu: bytes) -> dict[str, bytes] | bytes:
    """What a workbook holds, however it was compressed."""
    if not contenu.startswith(b"PK"):
        return contenu
    with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
        return {nom: archive.read(nom) for nom in archive.namelist()}


def test_the_list_names_every_file_and_no_other() -> None:
    presents = {fichier.name for fichier in DOSSIER.glob("exemple-*")}
    assert presents == {nom for nom, *_ in LIGNES} == set(FICHIERS)


@pytest.mark.parametrize("nom", FICHIERS)
def test_a_file_is_the_one_its_script_writes(base: Base, nom: str) -> None:
    assert unpack((DOSSIER / nom).read_bytes()) == unpack(FICHIERS[nom](base)), "lancer « python -m data.exemples.fabriquer »"


@pytest.mark.parametrize("nom", FICHIERS)
def test_a_file_says_that_it_is_fictitious_in_its_name_and_inside(nom: str) -> None:
    assert "fictif" in nom
    contenu = unpack((DOSSIER / nom).read_bytes())
    textes = contenu["xl/sharedStrings.xml"] if isinstance(contenu, dict) else contenu.replace(b"\x00", b"")
    assert b"fictif" in textes.lower()


@pytest.mark.parametrize(("nom", "lignes"), ACCEPTES.items())
def test_an_accepted_file_is_published(base: Base, nom: str, lignes: int) -> None:
    examen = examine(make_demande(nom), base)
    assert [cause.message for cause in examen.rapport.causes] == []
    edition = publish_examen(examen, preview(examen, base), operator("Service fictif"), "Essai")
    examen.close()
    assert [(partie.annee, partie.lignes) for partie in edition.parties] == [(2025, lignes)]


def test_the_planted_defects_are_found_where_the_list_says(base: Base) -> None:
    examen = examine(make_demande("exemple-fictif-heures-abimees-2025.csv"), base)
    trouves = {(a.cellule, "bloquant" if a.bloquante else "avertissement")
               for cause in examen.rapport.causes for a in cause.premieres if a.cellule}
    inconnue = next(cause for cause in examen.rapport.avertissements if cause.regle == "colonne_inconnue")
    lus = [x[0] for x in examen.table.atelier.query("select valeur from net where ligne in (5, 6) order by ligne")]
    examen.close()
    annonces = set(DEFAUTS)
    assert len(annonces) == 8
    assert trouves | {("G4", "avertissement")} == annonces
    assert inconnue.colonne == "Couleur du dossier"
    assert lus == ["1927.04", "3974.31"]


def test_persons_are_refused_by_the_name_of_their_columns(base: Base) -> None:
    with pytest.raises(DonneesPersonnelles) as refus:
        examine(make_demande("exemple-fictif-personnes-2025.csv"), base)
    phrase = str(refus.value).replace("\u00a0", " ")
    assert all(mot.replace("\u00a0", " ") in phrase for mot in ("« Nom »", "« Prénom »", "« Date de naissance »"))
    assert "INVENTÉ" not in str(refus.value)


def test_the_defects_planted_in_the_contracts_are_each_said_and_answered(base: Base) -> None:
    examen = examine(make_demande("exemple-fictif-contrats-2025.json"), base)
    causes = {(cause.regle, cause.colonne) for cause in examen.rapport.causes}
    sentinelles = {remarque.colonne for remarque in examen.table.remarques if remarque.regle == "sentinelle"}
    champs = ("montant", "duree_mois", "offres_recues", "considerations_sociales", "titulaires", "procedure",
              "considerations_environnementales")
    lignes = {ligne["identifiant"]: ligne for ligne in examen.table.atelier.rows("select * from net")}
    accepte, nombre = examen.rapport.accepte, examen.table.atelier.query("select count(*) from net")[0][0]
    examen.close()
    assert accepte
    assert causes >= {("plafond", "montant"), ("minimum", "offres_recues"), ("enumeration", "procedure"), ("cle", "acheteur"),
                      ("considerations_contraires", "considerations_sociales"), ("notification_a_venir", "date_notification")}
    assert sentinelles == {"duree_mois", "considerations_environnementales"}
    assert "2025FICTIF070" not in lignes
    assert nombre == len(lignes) == 399
    tenus = {numero: lignes[f"2025FICTIF{numero}"][champ]
             for numero, champ in zip(("010", "020", "030", "040", "050", "060", "080"), champs, strict=True)}
    assert tenus.pop("010") == "999999999999"
    assert "99900000000000" in tenus.pop("050")
    assert set(tenus.values()) == {None}
