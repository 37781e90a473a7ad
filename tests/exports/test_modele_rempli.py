"""What a template holds is accepted once filled: every dataset, as XLSX and as CSV, filled with last year's values."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.parcours import Demande, Examen, examine
from spapser.errors import FichierIllisible
from spapser.exports.modele import Gabarit, build_gabarit, write_csv, write_xlsx
from spapser.store import Base
from spapser.typographie import insecables

CATALOGUE = load_catalogue()
JEUX = [pytest.param(jeu, id=jeu.nom) for jeu in CATALOGUE.jeux]
FORMATS = {"xlsx": write_xlsx, "csv": write_csv}
ANNEE = 2025
# A contract, for the datasets that do not ship.
TYPIQUE = {"annee": str(ANNEE), "date_notification": "2025-07-15", "date_publication": "2025-08-01"}
# The report itself writes « HEP » where its list of structures gives the whole name.
ACQUIS = {"insertion_publics": [insecables("la structure « HEP » n’est pas dans le jeu « structures »")]}


@contextmanager
def deposit(base: Base, gabarit: Gabarit, extension: str) -> Iterator[Examen]:
    """The examination of a template as somebody saved it."""
    contenu = FORMATS[extension](gabarit)
    examen = examine(Demande(gabarit.jeu.nom, f"{gabarit.nom}.{extension}", contenu, (ANNEE,)), base)
    try:
        yield examen
    finally:
        examen.close()


def fill(gabarit: Gabarit) -> Gabarit:
    """Each row takes what last year says of the same thing; without rows, all of last year is typed again."""
    jeu = gabarit.jeu
    if jeu.facultatif:
        return replace(gabarit, lignes=({c.nom: c.exemple or c.defaut for c in jeu.colonnes} | TYPIQUE,))
    if not gabarit.lignes:
        return replace(gabarit, lignes=tuple({**rangee, "annee": str(ANNEE)} for rangee in gabarit.rappel))
    cles = [nom for nom in (*jeu.reprend, jeu.complete) if nom and nom not in ("valeur", "unite")]
    avant = {tuple(r[nom] for nom in cles): r for r in gabarit.rappel if r.get("retenue") != "non"}
    complet = {"source": "Délibération du 12 mars 2025", "realisation": "Fait en 2025.", "valeur": "12"}
    remplies = [avant.get(tuple(ligne.get(nom, "") for nom in cles)) or complet for ligne in gabarit.lignes]
    return replace(gabarit, lignes=tuple({**complement(jeu, remplie), **ligne}
                                         for ligne, remplie in zip(gabarit.lignes, remplies, strict=True)))


def complement(jeu: Jeu, remplie: dict) -> dict:
    """The cells that a person types."""
    noms = {colonne.nom for colonne in jeu.colonnes}
    return {nom: valeur for nom, valeur in remplie.items() if nom in noms}


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("jeu", JEUX)
def test_a_filled_template_is_accepted_without_a_remark(base: Base, jeu: Jeu, extension: str) -> None:
    gabarit = fill(build_gabarit(base, jeu.nom, ANNEE))
    with deposit(base, gabarit, extension) as examen:
        assert [cause.message for cause in examen.rapport.bloquantes] == []
        assert [cause.message for cause in examen.rapport.avertissements] == ACQUIS.get(jeu.nom, [])
        assert [remarque.phrase for remarque in examen.table.remarques] == []
        assert (examen.rapport.lignes, examen.rapport.annees) == (len(gabarit.lignes), (ANNEE,))
        assert examen.correspondance.inconnues == ()


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("jeu", JEUX)
def test_what_is_written_is_what_is_judged(base: Base, jeu: Jeu, extension: str) -> None:
    gabarit = fill(build_gabarit(base, jeu.nom, ANNEE))
    with deposit(base, gabarit, extension) as examen:
        lues = examen.table.atelier.rows("select * from net order by ligne")
    defauts = {colonne.nom: colonne.defaut for colonne in jeu.colonnes}
    for ecrite, lue in zip(gabarit.lignes, lues, strict=True):
        attendue = {c.nom: ecrite.get(c.nom) or defauts[c.nom] or None for c in jeu.colonnes}
        assert {nom: simplify(valeur) for nom, valeur in lue.items() if nom in attendue} == {
            nom: simplify(valeur) for nom, valeur in attendue.items()}


def simplify(valeur: str | None) -> str | None:
    """Text with one kind of space: a template may be saved with others."""
    return " ".join(valeur.split()) if valeur else None


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("jeu", [jeu for jeu in CATALOGUE.jeux if not jeu.reprend and not jeu.complete], ids=lambda jeu: jeu.nom)
def test_a_template_without_a_row_is_said_empty(base: Base, jeu: Jeu, extension: str) -> None:
    with pytest.raises(FichierIllisible, match="en-tête"), deposit(base, build_gabarit(base, jeu.nom, ANNEE), extension):
        pass


@pytest.mark.parametrize(("nom", "colonne", "nombre"), [("suivi_actions", "realisation", 44), ("cibles", "source", 9)])
def test_a_template_left_as_it_is_asks_for_what_only_a_person_knows(base: Base, nom: str, colonne: str, nombre: int) -> None:
    with deposit(base, build_gabarit(base, nom, ANNEE), "xlsx") as examen:
        (cause,) = examen.rapport.bloquantes
        assert (cause.regle, cause.colonne, cause.nombre) == ("obligatoire", colonne, nombre)
