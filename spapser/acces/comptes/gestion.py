"""Make, change and remove accounts: the operator of the machine only; every change is in the audit log before it is made."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from spapser.acces.audit import record
from spapser.acces.comptes.mot_de_passe import check_mot_de_passe, hash_mot_de_passe
from spapser.acces.comptes.registre import Compte, comptes_path, load_comptes, save_comptes
from spapser.acces.comptes.tentatives import clear_attempts
from spapser.acces.droits import require_operator
from spapser.acces.fichier import hold
from spapser.acces.personne import Personne, Role
from spapser.dossier import describe_panne
from spapser.errors import AccesIllisible, AccesRefuse

IDENTIFIANT = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}")


def create_compte(personne: Personne, identifiant: str, nom: str, role: Role, mot_de_passe: str) -> Compte:
    """A new account. AccesRefuse when the name is taken or not one, or the password too weak."""
    require_operator(personne)
    propre = " ".join(nom.split())
    if not IDENTIFIANT.fullmatch(identifiant):
        raise AccesRefuse(f"« {identifiant[:64]} » n’est pas un identifiant : lettres minuscules sans accent, chiffres, point, "
                          "tiret, 2 à 64 caractères.")
    if not 0 < len(propre) <= 80:
        raise AccesRefuse("Le nom complet signe les publications : en donner un, de 80 caractères au plus.")
    check_mot_de_passe(mot_de_passe, identifiant)
    compte = Compte(identifiant, propre, role.nom, hash_mot_de_passe(mot_de_passe), stamp())
    with hold_comptes() as comptes:
        if identifiant in comptes:
            raise AccesRefuse(f"Le compte « {identifiant} » existe déjà : changer son rôle ou son mot de passe, ou le supprimer.")
        record("compte créé", personne, {"compte": identifiant, "role": role.nom})
        save_comptes(comptes | {identifiant: compte})
    return compte


def change_role(personne: Personne, identifiant: str, role: Role) -> None:
    """Give another role, from the next click of the person on. AccesRefuse when there is no such account."""
    require_operator(personne)
    with hold_comptes() as comptes:
        compte = find_compte(comptes, identifiant)
        record("rôle changé", personne, {"compte": identifiant, "avant": compte.role, "role": role.nom})
        save_comptes(comptes | {identifiant: replace(compte, role=role.nom)})


def change_mot_de_passe(personne: Personne, identifiant: str, mot_de_passe: str) -> None:
    """Give another password: open sessions of the account end, and it is no longer locked."""
    require_operator(personne)
    check_mot_de_passe(mot_de_passe, identifiant)
    with hold_comptes() as comptes:
        compte = find_compte(comptes, identifiant)
        record("mot de passe changé", personne, {"compte": identifiant})
        save_comptes(comptes | {identifiant: replace(compte, empreinte=hash_mot_de_passe(mot_de_passe), depuis=stamp())})
        clear_attempts(identifiant)


def delete_compte(personne: Personne, identifiant: str) -> None:
    """Remove an account and end its sessions; what it published keeps its name."""
    require_operator(personne)
    with hold_comptes() as comptes:
        find_compte(comptes, identifiant)
        record("compte supprimé", personne, {"compte": identifiant})
        save_comptes({nom: compte for nom, compte in comptes.items() if nom != identifiant})


def unlock_compte(personne: Personne, identifiant: str) -> None:
    """Forget the failed attempts of an account."""
    require_operator(personne)
    with hold_comptes() as comptes:
        find_compte(comptes, identifiant)
        record("compte débloqué", personne, {"compte": identifiant})
        clear_attempts(identifiant)


@contextmanager
def hold_comptes() -> Iterator[dict[str, Compte]]:
    """The accounts, held until their change is written. AccesIllisible when the disk refuses."""
    try:
        with hold(comptes_path()):
            yield load_comptes()
    except OSError as erreur:
        raise AccesIllisible(f"Le compte n’a pas pu être écrit ({describe_panne(erreur)}) : rétablir l’accès au dossier, "
                             "puis recommencer.") from None


def find_compte(comptes: dict[str, Compte], identifiant: str) -> Compte:
    """The account of that name; AccesRefuse otherwise."""
    if identifiant not in comptes:
        raise AccesRefuse(f"Le compte « {identifiant} » n’existe pas : « python -m spapser compte lister » les montre.")
    return comptes[identifiant]


def stamp() -> str:
    """Now, as the file keeps it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
