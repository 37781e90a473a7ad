"""Local accounts, for a town without an identity provider: made on the command line, kept in one private file."""

from spapser.acces.comptes.connexion import find_compte, sign_in
from spapser.acces.comptes.gestion import change_mot_de_passe, change_role, create_compte, delete_compte, unlock_compte
from spapser.acces.comptes.registre import Compte, has_comptes, load_comptes

__all__ = ["Compte", "change_mot_de_passe", "change_role", "create_compte", "delete_compte", "find_compte", "has_comptes",
           "load_comptes", "sign_in", "unlock_compte"]
