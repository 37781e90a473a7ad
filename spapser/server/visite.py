"""Does a request come straight from the machine of the server? Then it is for whoever watches over it."""

from starlette.requests import Request

from spapser.ui.poste import is_loopback, is_relayed


def is_local(request: Request) -> bool:
    """True from the loopback address and without any relay on the way."""
    return request.client is not None and is_loopback(request.client.host) and not is_relayed(request.headers)
