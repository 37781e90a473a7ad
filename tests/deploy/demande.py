"""One request to nginx over TLS, as a client that may lie in its headers."""

import http.client
import socket
import ssl

NOM = "spapser.exemple.fr"


def trust_anything() -> ssl.SSLContext:
    """The certificate of a test is signed by itself."""
    contexte = ssl.create_default_context()
    contexte.check_hostname, contexte.verify_mode = False, ssl.CERT_NONE
    return contexte


class Connexion(http.client.HTTPSConnection):
    """HTTPS to this machine under the public name of the site."""

    def connect(self) -> None:
        """Open the connection with that name in its TLS greeting."""
        self.sock = trust_anything().wrap_socket(socket.create_connection(("127.0.0.1", self.port), 60), server_hostname=NOM)


def ask(port: int, chemin: str, methode: str = "GET", corps: bytes | None = None, **entetes: str
        ) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, every header (a doubled one twice) and body."""
    connexion = Connexion("127.0.0.1", port)
    try:
        connexion.request(methode, chemin, corps, {"Host": NOM} | {nom.replace("_", "-"): v for nom, v in entetes.items()})
        reponse = connexion.getresponse()
        return reponse.status, [(nom.lower(), valeur) for nom, valeur in reponse.getheaders()], reponse.read()
    finally:
        connexion.close()


def greet(port: int, origine: str, **entetes: str) -> int:
    """Status of the answer to a WebSocket greeting."""
    return ask(port, "/_stcore/stream", Connection="Upgrade", Upgrade="websocket", Origin=origine,
               Sec_WebSocket_Version="13", Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==", **entetes)[0]
