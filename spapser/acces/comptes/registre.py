"""The file of the accounts: `SPAPSER_COMPTES`, by default `acces/comptes.json` beside the editions; mode 0600."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from spapser.acces.fichier import acces_folder, read_file, replace_file
from spapser.acces.personne import Origine, Personne, find_role
from spapser.errors import AccesIllisible

VUS: set[Path] = set()  # files of accounts that this process has seen filled


@dataclass(frozen=True)
class Compte:
    """One account: `identifiant` to sign in, `nom` that signs publications, `role` by its name, the hash of its password."""

    identifiant: str
    nom: str
    role: str
    empreinte: str
    depuis: str

    @property
    def personne(self) -> Personne:
        """The person who signs in with it."""
        return Personne(self.nom, self.identifiant, find_role(self.role), Origine.COMPTE)

    @property
    def marque(self) -> str:
        """What the sessions of this account hold on to: another password, other sessions."""
        return hashlib.sha256(self.empreinte.encode()).hexdigest()[:16]


def comptes_path() -> Path:
    """Where the accounts are kept."""
    indique = os.environ.get("SPAPSER_COMPTES")
    return Path(indique).absolute() if indique else acces_folder() / "comptes.json"


def load_comptes() -> dict[str, Compte]:
    """Identifier -> account; AccesIllisible when the file is damaged, or open to other users of the machine."""
    try:
        comptes = {nom: Compte(nom, **bloc) for nom, bloc in read_file(comptes_path()).items()}
    except TypeError:
        comptes = None
    if comptes is None or any(find_role(compte.role) is None for compte in comptes.values()):
        raise AccesIllisible(f"Le fichier « {comptes_path().name} » n’a pas la forme attendue : le rétablir depuis une "
                             "sauvegarde.")
    return comptes


def has_comptes() -> bool:
    """True when signing in with a local account is possible. A file that cannot be read, or that this process has seen and is
    gone with its disk, counts: it closes, it never opens."""
    chemin = comptes_path()
    try:
        comptes = load_comptes()
    except AccesIllisible:
        return True
    if comptes:
        VUS.add(chemin)
    elif chemin.exists():
        VUS.discard(chemin)
    return chemin in VUS


def save_comptes(comptes: Mapping[str, Compte]) -> None:
    """Replace the file, whole."""
    blocs = {nom: asdict(compte) for nom, compte in sorted(comptes.items())}
    replace_file(comptes_path(), {nom: {c: v for c, v in bloc.items() if c != "identifiant"} for nom, bloc in blocs.items()})
