"""Sign in with a local account: one answer for every failure, as much time for a name that does not exist."""

from spapser.acces.audit import record_quietly
from spapser.acces.comptes.mot_de_passe import decoy, matches
from spapser.acces.comptes.registre import Compte, load_comptes
from spapser.acces.comptes.tentatives import LIBRES, clear_attempts, find_delay, take_attempt
from spapser.acces.personne import VISITEUR
from spapser.acces.sessions import find_session, open_session
from spapser.dossier import describe_panne
from spapser.errors import AccesIllisible, AccesRefuse
from spapser.typographie import format_quantite

ECHEC = "Identifiant ou mot de passe incorrect."


def sign_in(identifiant: str, mot_de_passe: str) -> str:
    """The secret of a new session. AccesRefuse with one sentence that never says whether the account exists."""
    nom = identifiant.strip().lower()[:80]
    try:
        return try_sign_in(nom, mot_de_passe)
    except OSError as erreur:
        raise AccesIllisible(f"La connexion est impossible : le dossier des accès ne s’écrit pas ({describe_panne(erreur)}) ; "
                             "prévenir l’administrateur du service.") from None


def try_sign_in(nom: str, mot_de_passe: str) -> str:
    """Count the attempt, look at the password, open the session."""
    decoy()  # made before the first comparison, whoever it is for
    attente, nombre = take_attempt(nom)
    if attente:
        raise AccesRefuse(f"Trop d’essais : attendre {write_wait(attente)}, puis recommencer.")
    compte = load_comptes().get(nom)
    if not matches(mot_de_passe, compte.empreinte if compte else None):
        note_failure(nom if compte else "inconnu", nombre)
        raise AccesRefuse(ECHEC)
    clear_attempts(nom)
    record_quietly("connexion", compte.personne, {})
    return open_session(compte.identifiant, compte.marque)


def find_compte(secret: str) -> Compte | None:
    """The account behind the secret of a cookie; None when the session is over, or the account gone or its password changed."""
    suivie = find_session(secret)
    compte = load_comptes().get(suivie.compte) if suivie else None
    return compte if compte and compte.marque == suivie.marque else None


def note_failure(compte: str, nombre: int) -> None:
    """The audit log keeps failures and lockouts; the name only when it is that of an account, never what was typed."""
    acte = "blocage" if nombre >= LIBRES else "échec de connexion"
    record_quietly(acte, VISITEUR, {"compte": compte, "echecs": nombre} | ({"secondes": find_delay(nombre)}
                                                                          if nombre >= LIBRES else {}))


def write_wait(secondes: int) -> str:
    """« 30 secondes », « 4 minutes »."""
    return format_quantite(secondes, "secondes", 0) if secondes < 60 else format_quantite(-(-secondes // 60), "minutes", 0)
