"""Who is signed in, kept on the server: a session ends by itself, and a sign-out ends it for every copy of its cookie.

The cookie of a local account is a secret of 256 random bits, of which only the SHA-256 is kept here: with nothing to sign
and nothing to read in it, there is nothing to forge, and the server may end it at any time. The session of a provider is
the token it issued: it is known by issuer, person and time of issue.
"""

import hashlib
import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spapser.acces.fichier import acces_folder, hold, read_file, replace_file
from spapser.acces.regles import Durees, load_regles

COOKIE = "spapser_session"
PAS, NOMBRE, ECART = 60, 5000, 300  # ECART: seconds by which clocks may differ


@dataclass(frozen=True)
class Suivie:
    """A session as it is kept: times in seconds; `fermee` once signed out, `compte` and `marque` for a local account."""

    ouverte: float
    vue: float
    fermee: bool = False
    compte: str = ""
    marque: str = ""

    def lasts(self, maintenant: float, durees: Durees) -> bool:
        """False once signed out, or left alone too long, or open since too long; or when the clock went back before it."""
        inactive, ouverte = maintenant - self.vue, maintenant - self.ouverte
        return not self.fermee and -ECART < inactive < durees.inactivite and -ECART < ouverte < durees.totale


def sessions_path() -> Path:
    """Where they are kept."""
    return acces_folder() / "sessions.json"


def open_session(compte: str, marque: str) -> str:
    """The secret of a new session of a local account."""
    secret, maintenant = secrets.token_urlsafe(32), time.time()
    keep(hide(secret), Suivie(maintenant, maintenant, compte=compte, marque=marque))
    return secret


def find_session(secret: str) -> Suivie | None:
    """The session behind the secret of a cookie; None when it is over."""
    cle = hide(secret)
    suivie = read_session(cle)
    return suivie if suivie is not None and still_lasts(cle, suivie) else None


def follow_token(revendications: Mapping[str, Any]) -> bool:
    """True while the session that a provider opened lasts; it is followed from its first visit on."""
    cle, emis = name_token(revendications), float(revendications.get("iat") or 0)
    suivie = read_session(cle)
    if suivie is None:
        suivie = Suivie(emis, time.time())
        if suivie.lasts(suivie.vue, load_regles().durees):
            keep(cle, suivie)
            return True
        return False
    return still_lasts(cle, suivie)


def close_session(secret: str) -> None:
    """Sign out of a local account: the secret is worth nothing any more."""
    close(hide(secret))


def close_token(revendications: Mapping[str, Any]) -> None:
    """Sign out of a provider: this token is worth nothing any more here, whoever kept a copy of its cookie."""
    close(name_token(revendications))


def close(cle: str) -> None:
    """Mark a session as over; it is kept so until its time is up in any case."""
    suivie = read_session(cle)
    if suivie is not None:
        keep(cle, Suivie(suivie.ouverte, suivie.vue, True, suivie.compte, suivie.marque))


def still_lasts(cle: str, suivie: Suivie) -> bool:
    """Whether it lasts; a visit is noted once a minute, when it can be: otherwise the session ends the sooner."""
    maintenant = time.time()
    if not suivie.lasts(maintenant, load_regles().durees):
        return False
    if maintenant - suivie.vue > PAS:
        with suppress(OSError):
            keep(cle, Suivie(suivie.ouverte, maintenant, False, suivie.compte, suivie.marque))
    return True


def read_session(cle: str) -> Suivie | None:
    """The session kept under a key."""
    valeurs = read_file(sessions_path()).get(cle)
    return Suivie(*valeurs) if valeurs else None


def keep(cle: str, suivie: Suivie) -> None:
    """Write a session, and forget those that are over for good. One that was closed meanwhile stays closed."""
    with hold(sessions_path()):
        sessions = {c: Suivie(*v) for c, v in read_file(sessions_path()).items()}
        ancienne = sessions.get(cle)
        if ancienne is not None and ancienne.fermee:
            return
        limite = time.time() - load_regles().durees.totale
        restent = {c: s for c, s in sessions.items() if s.ouverte > limite} | {cle: suivie}
        gardees = sorted(restent.items(), key=lambda paire: paire[1].vue)[-NOMBRE:]
        replace_file(sessions_path(), {c: (s.ouverte, s.vue, s.fermee, s.compte, s.marque) for c, s in gardees})


def hide(secret: str) -> str:
    """A secret as it is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def name_token(revendications: Mapping[str, Any]) -> str:
    """What tells a token from every other: issuer, person, time of issue, and its own number when it has one."""
    return hide("\n".join(str(revendications.get(nom, "")) for nom in ("iss", "sub", "iat", "nonce", "jti", "sid")))
