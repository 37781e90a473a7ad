"""The parameters of access: `SPAPSER_ACCES` names a TOML file that gives roles to persons of a provider, and durations."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from spapser.acces.personne import Origine, Personne, Role, find_role
from spapser.dossier import describe_panne
from spapser.errors import AccesIllisible

CRITERES = ("courriel", "domaine", "groupe")
LONGUEUR = 80


@dataclass(frozen=True)
class Durees:
    """Seconds after which a session ends: left alone, and in all."""

    inactivite: int = 3600
    totale: int = 36000


@dataclass(frozen=True)
class Acces:
    """One line of the allow-list: `critere` is « courriel », « domaine » or « groupe »."""

    role: Role
    critere: str
    valeur: str


@dataclass(frozen=True)
class Regles:
    """`nom` is the word on the button, `section` the part of [auth] to sign in with, `groupes` the claim that lists groups."""

    nom: str = "le fournisseur d’identité"
    section: str = ""
    groupes: str = "groups"
    durees: Durees = Durees()
    acces: tuple[Acces, ...] = ()

    def find_personne(self, revendications: Mapping[str, Any]) -> Personne:
        """The person of the claims, with the highest role that the list gives; a reader when it gives none."""
        courriel = str(revendications.get("email") or "").strip().lower()
        sur = courriel if revendications.get("email_verified") is not False else ""
        propres = {"courriel": {sur}, "domaine": {sur.rpartition("@")[2]}, "groupe": read_groupes(revendications, self.groupes)}
        roles = [acces.role for acces in self.acces if acces.valeur in propres[acces.critere]]
        identifiant = courriel or str(revendications.get("sub") or "")
        return Personne(name_personne(revendications) or identifiant, identifiant, max(roles, default=Role.LECTEUR),
                        Origine.FOURNISSEUR)


def name_personne(revendications: Mapping[str, Any]) -> str:
    """The name to sign with; ProConnect gives « usual_name » for the family name."""
    noms = [revendications.get("given_name"), revendications.get("usual_name") or revendications.get("family_name")]
    entier = revendications.get("name") or " ".join(str(nom) for nom in noms if nom)
    return " ".join(str(entier).split())[:LONGUEUR]


def read_groupes(revendications: Mapping[str, Any], chemin: str) -> set[str]:
    """The groups of the claim at that path (« groups », « realm_access.roles »); Keycloak's leading slash is left out."""
    valeur: Any = revendications
    for nom in chemin.split("."):
        valeur = valeur.get(nom) if isinstance(valeur, Mapping) else None
    liste = [valeur] if isinstance(valeur, str) else valeur if isinstance(valeur, list | tuple) else []
    return {str(groupe).removeprefix("/").lower() for groupe in liste}


def load_regles() -> Regles:
    """The parameters, the ones by default without a file. AccesIllisible says what is wrong in it."""
    indique = os.environ.get("SPAPSER_ACCES")
    if not indique:
        return Regles()
    chemin = Path(indique)
    try:
        return parse_regles(chemin.read_text("utf-8"), chemin.name)
    except OSError as erreur:
        raise AccesIllisible(f"Le fichier des accès « {chemin.name} » ne s’ouvre pas ({describe_panne(erreur)}) : "
                             "vérifier SPAPSER_ACCES.") from None


@lru_cache(maxsize=4)
def parse_regles(texte: str, nom: str) -> Regles:
    """The parameters of a text. AccesIllisible names the file and what is wrong."""
    try:
        lu = tomllib.loads(texte)
        fournisseur, session = lu.pop("fournisseur", {}), lu.pop("session", {})
        acces = tuple(read_acces(bloc) for bloc in lu.pop("acces", []))
        durees = Durees(int(session.pop("inactivite_minutes", 60)) * 60, int(session.pop("duree_heures", 10)) * 3600)
        if lu or session or min(durees.inactivite, durees.totale) <= 0:
            raise ValueError(f"« {next(iter(lu | session), 'session')} » n’est pas compris")
        return Regles(durees=durees, acces=acces, **fournisseur)
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as erreur:
        raise AccesIllisible(f"Le fichier des accès « {nom} » ne se lit pas ({erreur}) : le corriger d’après docs/acces.md."
                             ) from None


def read_acces(bloc: dict) -> Acces:
    """One line of the list: a role and exactly one criterion. ValueError otherwise."""
    role = find_role(str(bloc.get("role", "")))
    criteres = [nom for nom in bloc if nom in CRITERES]
    if role is None or len(criteres) != 1 or len(bloc) != 2 or not str(bloc[criteres[0]]).strip():
        raise ValueError(f"chaque [[acces]] demande un rôle (lecteur, agent, responsable) et un seul critère parmi "
                         f"{', '.join(CRITERES)}")
    return Acces(role, criteres[0], str(bloc[criteres[0]]).strip().removeprefix("/" if criteres[0] == "groupe" else "@").lower())
