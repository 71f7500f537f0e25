"""Finds the service's request id in what a person pasted."""

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from rushes.domain.ids import is_remote_id

_ID_NAMES = ("request_id", "requestId", "request")
_LONGEST = 2_000


def request_id_in(text: str) -> str | None:
    """Return the request id that a text is, or that a pasted address of the service names.

    Understood are ``…/requests/{id}`` with anything behind it, and a query with ``request_id``.
    The address itself is never opened.
    """
    bare = text.strip().strip("\"'`“”‘’<>").strip()
    if is_remote_id(bare):
        return bare
    if len(bare) > _LONGEST or "://" not in bare:
        return None
    try:
        parts = urlsplit(bare)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    return _in_path(parts.path) or _in_query(parts.query)


def _in_path(path: str) -> str | None:
    names = path.split("/")
    for before, name in pairwise(names):
        if before == "requests" and is_remote_id(name):
            return name
    return None


def _in_query(query: str) -> str | None:
    try:
        values = parse_qs(query, max_num_fields=50)
    except ValueError:
        return None
    for name in _ID_NAMES:
        for value in values.get(name, ()):
            if is_remote_id(value):
                return value
    return None
