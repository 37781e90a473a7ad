"""Contracts written in every form that essential data take, and what the reader makes of them."""

import json
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from spapser.catalogue import load_catalogue
from spapser.depot.parcours import Demande, examine
from spapser.depot.readers import read_file
from spapser.errors import FichierIllisible
from spapser.store import Base, load_edition

REELS = Path(__file__).parents[3] / "shared" / "donnees" / "decp"
EPT, AUTRE = "20005801400016", "21940038900013"
CONTRATS = load_catalogue().jeu("contrats")
TITULAIRE = {"typeIdentifiant": "SIRET", "id": "55204599900869"}
MARCHE = {
    "id": "2024-01", "acheteur": {"id": EPT}, "nature": "Marché", "objet": "Collecte des déchets", "codeCPV": "90511000-2",
    "techniques": {"technique": ["Accord-cadre", "Concours"]}, "modalitesExecution": {"modaliteExecution": ["Bons de commande"]},
    "marcheInnovant": False, "ccag": "Travaux", "offresRecues": 4, "attributionAvance": True, "tauxAvance": 0.3,
    "typeGroupementOperateurs": "Conjoint", "sousTraitanceDeclaree": True, "procedure": "Procédure adaptée",
    "lieuExecution": {"code": "94", "typeCode": "Code département"}, "dureeMois": 48, "dateNotification": "2024-05-15",
    "datePublicationDonnees": "2024-05-25", "montant": 575000.5, "typesPrix": {"typePrix": ["Définitif ferme"]},
    "formePrix": "Mixte", "considerationsSociales": {"considerationSociale": ["Clause sociale", "Critère social"]},
    "considerationsEnvironnementales": {"considerationEnvironnementale": ["Clause environnementale"]},
    "titulaires": [{"titulaire": TITULAIRE}], "modifications": []}
CONCESSION = {
    "id": "C1", "autoriteConcedante": {"id": EPT}, "nature": "Concession de service", "objet": "Marchés forains",
    "procedure": "Procédure négociée ouverte", "dureeMois": 12, "dateSignature": "2024-04-02", "dateDebutExecution": "2024-05-01",
    "datePublicationDonnees": "2024-04-12", "valeurGlobale": 10.3, "montantSubventionPublique": 0.5,
    "concessionnaires": [{"concessionnaire": {"typeIdentifiant": "SIRET", "id": "38103128500491"}},
                         {"concessionnaire": {"typeIdentifiant": "SIRET", "id": "38103128500574"}}],
    "considerationsSociales": {"considerationSociale": ["Pas de considération sociale"]},
    "modifications": [{"modification": {"id": 1, "dateSignatureModification": "2025-04-19", "dureeMois": 14,
                                        "valeurGlobale": 25}}]}


def write_json(*marches: Mapping, concessions: Sequence[Mapping] = ()) -> bytes:
    """A file of format 2022."""
    return json.dumps({"marches": {"marche": marches, "contrat-concession": concessions}}, ensure_ascii=False).encode()


def write_xml(*marches: Mapping, concessions: Sequence[Mapping] = (), vrai: str = "oui", faux: str = "non") -> bytes:
    """The same as XML."""
    mots = {True: vrai, False: faux}

    def write(nom: str, valeur) -> str:
        if isinstance(valeur, list):
            return "".join(write(nom, v) for v in valeur) if valeur and not isinstance(valeur[0], dict) else (
                f"<{nom}>{''.join(write(*next(iter(v.items()))) for v in valeur)}</{nom}>")
        texte = "".join(write(*paire) for paire in valeur.items()) if isinstance(valeur, dict) else (
            escape(mots[valeur] if isinstance(valeur, bool) else str(valeur)))
        return f"<{nom}>{texte}</{nom}>"

    corps = "".join(write("marche", m) for m in marches) + "".join(write("contrat-concession", c) for c in concessions)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<marches>{corps}</marches>'.encode()


def read_all(contenu: bytes, nom: str = "decp", acheteur: str = "") -> tuple[list[dict], list[str]]:
    """Rows as dictionaries of the cells that are filled, and what is said besides."""
    table = read_file(nom, contenu, CONTRATS, acheteur=acheteur)
    try:
        titres = {colonne.champ: colonne.titre for colonne in table.colonnes}
        lignes = [{titres.get(champ, champ): valeur for champ, valeur in ligne.items() if valeur is not None}
                  for ligne in table.atelier.rows("select * from lu order by ligne")]
        return lignes, [remarque.message.replace("\u00a0", " ") for remarque in table.remarques]
    finally:
        table.atelier.close()


def read_one(contenu: bytes, nom: str = "decp", acheteur: str = "") -> dict:
    """The only row."""
    (ligne,), _ = read_all(contenu, nom, acheteur)
    return ligne


def refuse(contenu: bytes, mots: str, acheteur: str = "", nom: str = "decp") -> str:
    """The one sentence of a refusal."""
    with pytest.raises(FichierIllisible, match=mots) as refus:
        read_file(nom, contenu, CONTRATS, acheteur=acheteur)
    phrase = str(refus.value)
    assert phrase.endswith(".")
    assert len(phrase.splitlines()) == 1
    return phrase


@contextmanager
def examining(contenu: bytes, nom: str = "decp", acheteur: str = ""):
    """The file read and judged against what ships."""
    base = Base(load_edition(0))
    examen = examine(Demande("contrats", nom, contenu, acheteur=acheteur), base)
    try:
        yield examen
    finally:
        examen.close()
        base.close()


def find_real(chemin: str) -> Path:
    """A file that lies beside the project; the test is skipped where it does not."""
    if not (REELS / chemin).is_file():
        pytest.skip("fichiers DECP réels absents")
    return REELS / chemin
