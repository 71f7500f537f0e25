"""Keep secrets out of logs: the token itself, anything called a bearer token, queries of URLs."""

import logging
import re
from collections.abc import Callable

_BEARER = re.compile(r"(?i)\b(bearer)\s+[^\s\"',;]+")
_QUERY = re.compile(r"(?i)(https?://[^\s\"'<>?]+)\?[^\s\"'<>]+")
_USER_INFO = re.compile(r"(?i)(https?://)[^\s/@\"'<>]+@")


def redact(text: str, token: str = "") -> str:
    """Return the text without the token, bearer tokens, credentials and queries of URLs."""
    if token:
        text = text.replace(token, "[token]")
    text = _BEARER.sub(r"\1 [token]", text)
    text = _USER_INFO.sub(r"\1[user]@", text)
    return _QUERY.sub(r"\1?[query]", text)


class RedactingFormatter(logging.Formatter):
    """Formats a record, trace included, and redacts the whole of it.

    Args:
        token: asked for the token of the moment.
    """

    def __init__(self, token: Callable[[], str]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line or lines."""
        return redact(super().format(record), self._token())
