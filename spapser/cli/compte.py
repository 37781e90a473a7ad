"""`compte`: the local accounts. A password is typed without echo, or read from the standard input; it is never an argument."""

import argparse
import getpass
import sys

from spapser.acces import Role, operator
from spapser.acces.comptes import (
    change_mot_de_passe,
    change_role,
    create_compte,
    delete_compte,
    load_comptes,
    unlock_compte,
)
from spapser.cli.sortie import print_json
from spapser.errors import AccesRefuse

ROLES = {role.nom: role for role in Role}


def declare(commandes) -> None:
    """The command and what may be done with it."""
    analyseur = commandes.add_parser("compte", help="gère les comptes locaux de ceux qui déposent et publient")
    gestes = analyseur.add_subparsers(required=True, metavar="geste", title="gestes", dest="geste")
    creer = declare_geste(gestes, "creer", create, "crée un compte ; le mot de passe est demandé sans s’afficher")
    creer.add_argument("--nom", required=True, metavar="NOM", help="nom complet, qui signe les publications")
    creer.add_argument("--role", choices=ROLES, default="agent", help="lecteur, agent (par défaut) ou responsable")
    declare_geste(gestes, "role", assign, "change le rôle d’un compte").add_argument("role", choices=ROLES, help="nouveau rôle")
    declare_geste(gestes, "mot-de-passe", renew, "change le mot de passe, ferme les sessions ouvertes et débloque le compte")
    declare_geste(gestes, "supprimer", remove, "supprime un compte et ferme ses sessions")
    declare_geste(gestes, "debloquer", unlock, "oublie les essais manqués d’un compte")
    lister = gestes.add_parser("lister", help="montre les comptes et leurs rôles")
    lister.add_argument("--json", action="store_true", help="sortie JSON")
    lister.set_defaults(commande=print_comptes)


def declare_geste(gestes, nom: str, commande, aide: str) -> argparse.ArgumentParser:
    """One act upon one account."""
    analyseur = gestes.add_parser(nom, help=aide)
    analyseur.add_argument("identifiant", metavar="IDENTIFIANT", help="identifiant de connexion, par exemple c.durand")
    analyseur.set_defaults(commande=commande)
    return analyseur


def create(options: argparse.Namespace) -> None:
    """Make an account."""
    if options.identifiant in load_comptes():
        raise AccesRefuse(f"Le compte « {options.identifiant} » existe déjà : changer son rôle ou son mot de passe.")
    create_compte(operator(), options.identifiant, options.nom, ROLES[options.role], ask_mot_de_passe())
    print(f"Compte « {options.identifiant} » créé, rôle {options.role}.")


def assign(options: argparse.Namespace) -> None:
    """Change a role."""
    change_role(operator(), options.identifiant, ROLES[options.role])
    print(f"Compte « {options.identifiant} » : rôle {options.role}.")


def renew(options: argparse.Namespace) -> None:
    """Change a password."""
    change_mot_de_passe(operator(), options.identifiant, ask_mot_de_passe())
    print(f"Compte « {options.identifiant} » : mot de passe changé, sessions fermées.")


def remove(options: argparse.Namespace) -> None:
    """Remove an account."""
    delete_compte(operator(), options.identifiant)
    print(f"Compte « {options.identifiant} » supprimé, sessions fermées. Ce qu’il a publié garde son nom.")


def unlock(options: argparse.Namespace) -> None:
    """Forget failed attempts."""
    unlock_compte(operator(), options.identifiant)
    print(f"Compte « {options.identifiant} » débloqué.")


def print_comptes(options: argparse.Namespace) -> None:
    """Identifier, role, name and date of the password; never its hash."""
    comptes = load_comptes().values()
    if options.json:
        print_json([{"identifiant": c.identifiant, "nom": c.nom, "role": c.role, "depuis": c.depuis} for c in comptes])
    elif not comptes:
        print("Aucun compte local.")
    else:
        print("\n".join(f"{c.identifiant:<24}  {c.role:<12}  {c.nom} (mot de passe du {c.depuis[:10]})" for c in comptes))


def ask_mot_de_passe() -> str:
    """Twice on a terminal, without echo; otherwise the first line of the standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    premier = getpass.getpass("Mot de passe : ")
    if getpass.getpass("Le même, pour vérifier : ") != premier:
        raise AccesRefuse("Les deux mots de passe diffèrent : rien n’a été changé, recommencer.")
    return premier
