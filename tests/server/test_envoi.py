"""What the server writes leaves at once, however small."""

import asyncio
import gc
import socket

from spapser.server import demarrage


def test_visitor_waits_for_no_acknowledgement() -> None:
    """The socket is opened as Streamlit does it, without naming TCP."""

    async def start_then_accept() -> int:
        async with demarrage.lifespan(None):
            with socket.create_connection(prise.getsockname()):
                visiteur, _ = prise.accept()
                with visiteur:
                    return visiteur.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

    with socket.socket(family=socket.AF_INET) as prise:
        prise.bind(("127.0.0.1", 0))
        prise.listen()
        assert asyncio.run(start_then_accept())
    gc.unfreeze()
