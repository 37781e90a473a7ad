"""Does a request come straight from the machine of the server? Then it is for whoever watches over it."""

from ipaddress import ip_address

from starlette.requests import Request

RELAIS = ("forwarded", "via", "x-real-ip")


def is_local(request: Request) -> bool:
    """True from the loopback address and without any relay on the way."""
    if any(nom in RELAIS or nom.startswith("x-forwarded") for nom in request.headers):
        return False
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False
