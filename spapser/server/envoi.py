"""Small messages leave at once."""

import gc
import socket


def send_at_once() -> None:
    """Tell the sockets that wait for visitors not to hold small messages back; each visitor's connection inherits it.

    A page is some seventy small messages. Streamlit opens its socket without naming TCP, so that asyncio does not see
    that it may set TCP_NODELAY: a message then waits until the visitor's machine has acknowledged the one before it,
    which it may put off by 40 ms. To be called before `gc.freeze()`, which hides what is already there.
    """
    for thing in gc.get_objects():
        if type(thing) is socket.socket and is_waiting(thing):
            thing.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def is_waiting(prise: socket.socket) -> bool:
    """True for an open internet socket that listens."""
    if prise.fileno() < 0 or prise.family not in (socket.AF_INET, socket.AF_INET6) or prise.type != socket.SOCK_STREAM:
        return False
    return bool(prise.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
