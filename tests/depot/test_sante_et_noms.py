"""What is never published: a reason that tells the health of people, the name of a holder who asked not to be published."""

import json
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.depot.readers.decp.titulaires import ANONYME, read_titulaire
from spapser.depot.readers.decp.valeurs import Valeurs
from spapser.exports.tables import export_csv
from spapser.store import Atelier, Base, iter_colonnes
from spapser.store.requetes import read_sql
from spapser.suivi.contrats import find_contrat
from tests.pages.contrats import make_contrat
from tests.pages.depot import publish_rows

REGLE = read_sql("depot/regles/motif_de_sante").split("\n\n")[-1]


def judge(modalite: str, note: str = "") -> list[tuple]:
    atelier = Atelier()
    atelier.execute("create table net as select 2 as ligne, ? as modalite, null::varchar as groupe, ? as note", [modalite, note])
    lignes = atelier.query(REGLE)
    atelier.close()
    return lignes


@pytest.mark.parametrize("motif", ["Maladie", "Arrêt maladie longue durée", "Problèmes de santé", "Inaptitude", "Invalidité",
                                   "Décès", "Congé maternité", "Handicap psychique", "RQTH refusée", "Hospitalisée"])
def test_a_reason_of_health_is_refused(motif: str) -> None:
    assert [ligne[1:] for ligne in judge(motif)] == [("modalite", motif)]
    assert [ligne[1:] for ligne in judge("Autre situation", motif)] == [("note", motif)]


@pytest.mark.parametrize("modalite", ["Reconnaissance de travailleur handicapé", "RQTH", "Travailleurs handicapés", "CDI", "AAH",
                                      "Autre situation", "26 à 44 ans", "Rupture de contrat", "Allocataires du RSA",
                                      "Sans diplôme"])
def test_what_says_nothing_of_health_is_accepted(modalite: str) -> None:
    assert judge(modalite) == []


@pytest.mark.parametrize("nom", ["DUPONT JEAN [ND]", "Dupont [nd]", "ND", " nd ", "Non diffusible", "DUPONT, diffusion partielle",
                                 "[Données personnelles non-diffusibles]", 'Établissements "DUPONT" [ND]', "C:\\DUPONT [ND]"])
def test_every_reader_knows_the_same_names(nom: str) -> None:
    liste = json.dumps([{"type": "SIRET", "nom": nom}, {"nom": "Dupont et fils"}], ensure_ascii=False)
    atelier = Atelier()
    atelier.execute(read_sql("macros_titulaires"))
    (un, plusieurs), = atelier.query("select nom_diffusible(?), liste_diffusible(?)", [nom, liste])
    atelier.close()
    assert un == ANONYME
    assert json.loads(plusieurs) == [{"type": "SIRET", "nom": ANONYME}, {"nom": "Dupont et fils"}]
    assert read_titulaire(Valeurs(), {"id": "1", "nom": nom})["nom"] == ANONYME


@pytest.mark.parametrize("nom", ["Landes Travaux", "SAND", "AND & Cie", "Diffusion Presse"])
def test_other_names_stay(nom: str) -> None:
    liste = json.dumps([{"nom": nom}])
    atelier = Atelier()
    atelier.execute(read_sql("macros_titulaires"))
    assert atelier.query("select nom_diffusible(?), liste_diffusible(?)", [nom, liste]) == [(nom, liste)]
    atelier.close()


def test_a_name_that_may_not_be_published_is_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    cache = '{"type": "SIRET", "id": "12345678900011", "nom": "%s"}'
    contrat = make_contrat("Z", 2025, montant="1000", titulaires=f"[{cache % 'DUPONT JEAN [ND]'}]", titulaire="MARTIN LUC [ND]",
                           modifications='[{"id": "1", "titulaires": [' + cache % "DURAND [ND]" + "]}]")
    base = Base(publish_rows("contrats", 2025, [contrat]))
    emporte = export_csv(load_catalogue().jeu("contrats"), iter_colonnes(base, "contrats")).decode("utf-8-sig")
    numero = base.rows("contrats")[0]["contrat"]
    for texte in (emporte, repr(find_contrat(base, numero))):
        assert "entreprise non diffusible" in texte
        assert [nom for nom in ("DUPONT", "MARTIN", "DURAND", "[ND]") if nom in texte] == []
