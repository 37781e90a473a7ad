"""The claims that a provider gives apart from its token (ProConnect): asked once a session, checked, kept in memory.

The answer is JSON, or JSON signed by the provider: its signature is then checked with the keys that the provider publishes.
It must be about the person of the token. Nothing is kept on the disk; after a restart, one signs in again.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from spapser.acces.sessions import name_token
from spapser.errors import AccesIllisible

ALGORITHMES = ["RS256", "ES256", "PS256"]
DELAI, NOMBRE = 5.0, 500
VERROU = threading.Lock()
GARDEES: OrderedDict[str, Mapping[str, Any]] = OrderedDict()


def complete(revendications: Mapping[str, Any], metadonnees: str, jeton: str) -> Mapping[str, Any]:
    """The claims of the token and those of the provider's `userinfo`; AccesIllisible when they cannot be had.

    `metadonnees` is the address of the provider's configuration, `jeton` its access token.
    """
    cle = name_token(revendications)
    with VERROU:
        if cle in GARDEES:
            return GARDEES[cle]
    try:
        lues = ask(metadonnees, jeton)
    except (httpx.HTTPError, JoseError, ValueError, KeyError, TypeError):
        raise AccesIllisible("Le fournisseur d’identité n’a pas dit qui vous êtes : se connecter de nouveau.") from None
    if not lues.get("sub") or lues.get("sub") != revendications.get("sub"):
        raise AccesIllisible("Le fournisseur d’identité a répondu pour une autre personne : se connecter de nouveau.")
    with VERROU:
        GARDEES[cle] = {**lues, **revendications}
        while len(GARDEES) > NOMBRE:
            GARDEES.popitem(last=False)
        return GARDEES[cle]


def ask(metadonnees: str, jeton: str) -> Mapping[str, Any]:
    """The answer of the provider, its signature checked when it is signed."""
    with httpx.Client(timeout=DELAI, follow_redirects=False) as client:
        adresses = client.get(metadonnees).raise_for_status().json()
        reponse = client.get(adresses["userinfo_endpoint"], headers={"Authorization": f"Bearer {jeton}"}).raise_for_status()
        if "jwt" not in reponse.headers.get("content-type", ""):
            return dict(reponse.json())
        cles = KeySet.import_key_set(client.get(adresses["jwks_uri"]).raise_for_status().json())
        lues = dict(jwt.decode(reponse.text.strip(), cles, algorithms=ALGORITHMES).claims)
        if lues.get("iss") not in (None, adresses.get("issuer")):
            raise ValueError("another issuer")
        return lues
