"""A person as the product knows them: a name, a stable identifier, a role, and what says so."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """What a person may do, each role everything that the one before it may."""

    LECTEUR = 0
    AGENT = 1
    RESPONSABLE = 2

    @property
    def nom(self) -> str:
        """« lecteur », « agent » or « responsable »: the word of the files, of the commands and of the pages."""
        return self.name.lower()


class Origine(StrEnum):
    """How the person is known, in the words of the pages and of the audit log."""

    PERSONNE = "visite sans connexion"
    POSTE = "poste local"
    COMMANDE = "ligne de commande"
    COMPTE = "compte local"
    FOURNISSEUR = "fournisseur d’identité"


@dataclass(frozen=True)
class Personne:
    """`nom` signs publications; `courriel` is the stable identifier: e-mail, or name of the local account, else empty."""

    nom: str
    courriel: str
    role: Role
    origine: Origine

    @property
    def connue(self) -> bool:
        """True when somebody signed in: the identity then signs publications, not a text field."""
        return self.origine in (Origine.COMPTE, Origine.FOURNISSEUR)


VISITEUR = Personne("", "", Role.LECTEUR, Origine.PERSONNE)


def local_post(nom: str = "") -> Personne:
    """Whoever sits at the machine of a server that listens to itself only: they sign with the name they type."""
    return Personne(nom, "", Role.RESPONSABLE, Origine.POSTE)


def operator(nom: str = "") -> Personne:
    """Whoever runs the commands on the machine of the server: they could write in its folders anyway."""
    return Personne(nom, "", Role.RESPONSABLE, Origine.COMMANDE)


def find_role(mot: str) -> Role | None:
    """The role of that name; None when there is none."""
    return next((role for role in Role if role.nom == mot.strip().lower()), None)
