"""Which addresses may be talked to, and which get the token."""

from urllib.parse import urlsplit

DEFAULT_SERVICE_URL = "https://model-api.runcomfy.net"
"""Base address of the Model API (the service's documentation)."""

ACCOUNT_URL = "https://api.runcomfy.net"
"""Where the balance of the default service is asked for."""

SERVICE_PAGE = "https://www.runcomfy.com"
"""Where a person looks for a job whose reply was lost."""

_LOCAL_NAMES = frozenset({"local", "localhost", "internal", "lan", "home", "intranet"})
_MEDIA_DOMAINS = ("runcomfy.net", "runcomfy.com")


class AddressRefused(ValueError):
    """The address cannot be used for the service."""


def is_loopback(host: str) -> bool:
    """Tell whether a host name means this machine and no other."""
    if host == "localhost":
        return True
    # Imported here, for every start reads this file and few need it.
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def service_origin(text: str) -> str:
    """Return the pinned origin for a configured service address.

    Raises AddressRefused for anything but https, or plain http on loopback; for credentials,
    a path, a query or a fragment in the address.
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressRefused("it is not an address") from error
    if parts.scheme not in ("https", "http") or not host:
        raise AddressRefused("the address must start with https://")
    if parts.scheme == "http" and not is_loopback(host):
        raise AddressRefused("plain http is allowed on this machine only")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise AddressRefused("the address must be a host alone")
    if parts.path not in ("", "/"):
        raise AddressRefused("the address must not have a path")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def host_of(url: str) -> str:
    """Return the host that a link leads to, empty where it leads nowhere."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def balance_origin(service: str) -> str:
    """Return where the balance is asked for: a host of its own for the real service."""
    return ACCOUNT_URL if service == DEFAULT_SERVICE_URL else service


def may_fetch_anyway(url: str) -> bool:
    """Tell whether a media link may be followed once a person said so: https to a public host.

    A service out there cannot make Rushes call this machine or its network.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme != "https" or parts.username or parts.password:
        return False
    return is_public_host(host)


def is_public_host(host: str) -> bool:
    """Tell whether a host name or address can be one of the public internet."""
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    labels = host.lower().split(".")
    # A name of one label, and names that end in digits, mean something to this network alone.
    if len(labels) < 2 or not all(labels) or not labels[-1][0].isalpha():
        return False
    return labels[-1] not in _LOCAL_NAMES


def may_fetch(url: str, service: str) -> bool:
    """Tell whether a media link leads to the service: https on its domains, or its own host.

    Plain http is allowed only for a service on loopback, and only to loopback.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return False
    own = urlsplit(service)
    if parts.username or parts.password or not host:
        return False
    if parts.scheme == "http":
        return own.scheme == "http" and is_loopback(own.hostname or "") and is_loopback(host)
    if parts.scheme != "https":
        return False
    known = any(host == each or host.endswith("." + each) for each in _MEDIA_DOMAINS)
    return known or host == own.hostname
