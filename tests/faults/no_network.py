"""A process without a network: every socket but those of the machine's own plumbing is refused.

As a plug-in of pytest (``-p tests.faults.no_network``) it blocks all addresses, loopback included,
for the whole run. ``block(loopback=True)`` leaves the loopback open, for trials with a server.
"""

import socket
from ipaddress import ip_address
from typing import Any

tried: list[str] = []
"""What was tried in vain, in order: the call and where it was to lead."""


class Blocked(OSError):
    """There is no network here."""


def block(*, loopback: bool) -> None:
    """Refuse every connection, server, datagram and look-up of a name, from now on.

    Args:
        loopback: whether this machine's own addresses stay open.
    """
    for name in ("connect", "connect_ex", "bind", "sendto"):
        setattr(socket.socket, name, _guarded(name, loopback))
    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        if loopback and (host is None or _is_loopback(host)):
            return resolve(host, *arguments, **options)
        raise _refusal("getaddrinfo", host)

    def look_up(host: Any, *_: Any) -> Any:
        raise _refusal("gethostbyname", host)

    socket.getaddrinfo = getaddrinfo
    socket.gethostbyname = look_up
    socket.gethostbyname_ex = look_up


def _guarded(name: str, loopback: bool) -> Any:
    method = getattr(socket.socket, name)

    def guarded(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        internet = self.family in (socket.AF_INET, socket.AF_INET6)
        if internet and not (loopback and _is_loopback(address[0])):
            raise _refusal(name, address)
        return method(self, *arguments)

    return guarded


def _refusal(call: str, where: object) -> Blocked:
    tried.append(f"{call} {where!r}")
    return Blocked(101, f"There is no network: {call} {where!r}")


def _is_loopback(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def pytest_configure() -> None:
    """Before a test is collected, nothing is reached any more."""
    block(loopback=False)
