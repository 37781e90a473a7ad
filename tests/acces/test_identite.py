"""What a provider says of a person apart from its token, signed as ProConnect does, by a provider that the test runs."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from spapser.acces import identite
from spapser.acces.regles import load_regles
from spapser.errors import AccesIllisible

CLE, AUTRE = RSAKey.generate_key(2048, {"kid": "essai"}), RSAKey.generate_key(2048, {"kid": "essai"})
DITES = {"sub": "7", "email": "anne@ept.fr", "given_name": "Anne", "usual_name": "MARTIN"}


class Fournisseur(ThreadingHTTPServer):
    """A provider: `dites` is what it says, `cle` what it signs with (None: it does not sign)."""

    cle, dites, emetteur = CLE, DITES, ""
    demandes: list[str]

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Guichet(BaseHTTPRequestHandler):
    """Its three addresses."""

    server: Fournisseur

    def do_GET(self) -> None:
        adresse = self.server.adresse
        self.server.demandes.append(self.path)
        if self.path == "/userinfo":
            if self.headers["Authorization"] != "Bearer jeton":
                self.send_error(401)
            elif self.server.cle is None:
                self.give(self.server.dites)
            else:
                dites = {"iss": self.server.emetteur or adresse, **self.server.dites}
                self.give(jwt.encode({"alg": "RS256", "kid": "essai"}, dites, self.server.cle), "application/jwt")
        elif self.path == "/jwks":
            self.give(KeySet([CLE]).as_dict(private=False))
        else:
            self.give({"issuer": adresse, "userinfo_endpoint": f"{adresse}/userinfo", "jwks_uri": f"{adresse}/jwks"})

    def give(self, valeur: object, genre: str = "application/json") -> None:
        octets = (valeur if isinstance(valeur, str) else json.dumps(valeur)).encode()
        self.send_response(200)
        self.send_header("Content-Type", genre)
        self.end_headers()
        self.wfile.write(octets)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def fournisseur() -> Iterator[Fournisseur]:
    """A running provider, and nothing remembered of another one."""
    identite.GARDEES.clear()
    serveur = Fournisseur(("127.0.0.1", 0), Guichet)
    serveur.demandes = []
    threading.Thread(target=serveur.serve_forever, daemon=True).start()
    yield serveur
    serveur.shutdown()
    serveur.server_close()


def claim() -> dict:
    return {"iss": "https://exemple.fr", "sub": "7", "iat": time.time()}


def complete(fournisseur: Fournisseur, jeton: str = "jeton") -> dict:
    return dict(identite.complete(claim(), f"{fournisseur.adresse}/.well-known/openid-configuration", jeton))


@pytest.mark.parametrize("cle", [CLE, None], ids=["signée", "non signée"])
def test_the_name_and_the_e_mail_come_from_the_provider(fournisseur: Fournisseur, cle: RSAKey | None) -> None:
    fournisseur.cle = cle
    personne = load_regles().find_personne(complete(fournisseur))
    assert (personne.nom, personne.courriel) == ("Anne MARTIN", "anne@ept.fr")


def test_it_is_asked_once_a_session(fournisseur: Fournisseur) -> None:
    revendications, adresse = claim(), f"{fournisseur.adresse}/.well-known/openid-configuration"
    assert identite.complete(revendications, adresse, "jeton") == identite.complete(revendications, adresse, "jeton")
    assert fournisseur.demandes.count("/userinfo") == 1


@pytest.mark.parametrize(("champ", "valeur"), [("cle", AUTRE), ("emetteur", "https://autre.fr"), ("dites", DITES | {"sub": "8"}),
                                               ("dites", {"email": "anne@ept.fr"})])
def test_what_is_not_signed_by_the_provider_for_this_person_gives_nothing(fournisseur: Fournisseur, champ: str,
                                                                          valeur: object) -> None:
    setattr(fournisseur, champ, valeur)
    with pytest.raises(AccesIllisible, match="se connecter de nouveau"):
        complete(fournisseur)


def test_an_access_token_that_is_over_gives_nothing(fournisseur: Fournisseur) -> None:
    with pytest.raises(AccesIllisible, match="n’a pas dit qui vous êtes"):
        complete(fournisseur, "ancien")


def test_a_provider_that_does_not_answer_gives_nothing() -> None:
    with pytest.raises(AccesIllisible, match="n’a pas dit qui vous êtes"):
        identite.complete(claim() | {"jti": "muet"}, "http://127.0.0.1:9/", "jeton")
