"""What each act asks for. Every function that writes calls `require` before anything else."""

from enum import StrEnum

from spapser.acces.audit import record_quietly
from spapser.acces.personne import Origine, Personne, Role
from spapser.errors import AccesRefuse


class Acte(StrEnum):
    """What somebody may want to do, in the words of a refusal."""

    VOIR_DETAIL = "voir les petits effectifs et les fichiers d’origine"
    DEPOSER = "déposer un fichier et voir son effet"
    RETENIR = "retenir les colonnes d’un fichier"
    PUBLIER = "publier une édition"
    ANNULER = "annuler une édition"


EXIGES = {Acte.VOIR_DETAIL: Role.AGENT, Acte.DEPOSER: Role.AGENT, Acte.RETENIR: Role.AGENT,
          Acte.PUBLIER: Role.RESPONSABLE, Acte.ANNULER: Role.RESPONSABLE}


def may(personne: Personne, acte: Acte) -> bool:
    """True when the role of the person is enough for the act."""
    return personne.role >= EXIGES[acte]


def why_refused(personne: Personne, acte: Acte) -> str:
    """Why the person may not do it, in one French sentence; empty when they may."""
    if may(personne, acte):
        return ""
    exige = EXIGES[acte].nom
    if not personne.connue:
        return f"Il faut se connecter pour {acte} : rôle « {exige} » demandé."
    return (f"{personne.nom} a le rôle « {personne.role.nom} » : {acte} demande le rôle « {exige} », à obtenir de "
            "l’administrateur du service.")


def require(personne: Personne, acte: Acte) -> None:
    """AccesRefuse in one French sentence when the person may not do it."""
    raison = why_refused(personne, acte)
    if raison:
        record_refusal(personne, acte)
        raise AccesRefuse(raison)


def record_refusal(personne: Personne, acte: Acte) -> None:
    """Keep in the audit log that somebody tried what they may not do."""
    record_quietly("refus", personne, {"demande": acte.value})


def require_operator(personne: Personne) -> None:
    """AccesRefuse for anybody but the operator of the machine: accounts are made on the command line only."""
    if personne.origine is not Origine.COMMANDE:
        record_quietly("refus", personne, {"demande": "gérer les comptes"})
        raise AccesRefuse("Les comptes se gèrent sur la machine du serveur, par « python -m spapser compte ».")
