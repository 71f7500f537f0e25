"""Keep secrets out of logs: tokens in any common form, credentials and queries of URLs."""

import base64
import functools
import json
import logging
import re
from collections.abc import Callable, Collection
from urllib.parse import quote, quote_plus

_BEARER = re.compile(r"(?i)\b(bearer)(\s|%20|\+)+[^\s\"',;]+")
_HEADER = re.compile(
    r"(?i)\b((?:proxy-)?authorization|x-api-key)([\"']?\s*[:=]\s*(?:b(?=[\"']))?[\"']?)[^\"',;\r\n]+"
)
# JSON may write each slash as \/.
_QUERY = re.compile(r"(?i)(https?:(?:\\?/){2}[^\s\"'<>?]+)\?[^\s\"'<>]+")
_USER_INFO = re.compile(r"(?i)(https?:(?:\\?/){2})[^\s/@\"'<>]+@")
_SHORTEST_IN_OTHER_FORMS = 6
"""Characters; the forms of shorter tokens are too likely to be part of something else."""

Secrets = str | Collection[str]
"""One token, or several."""


def redact(text: str, secrets: Secrets = "") -> str:
    """Return the text without tokens, authorization, and credentials and queries of URLs."""
    tokens = [secrets] if isinstance(secrets, str) else secrets
    for token in sorted(tokens, key=len, reverse=True):
        for form in _forms(token):
            text = text.replace(form, "[token]")
    text = _HEADER.sub(r"\1\2[token]", text)
    text = _BEARER.sub(r"\1 [token]", text)
    text = _USER_INFO.sub(r"\1[user]@", text)
    return _QUERY.sub(r"\1?[query]", text)


@functools.lru_cache(maxsize=16)
def _forms(token: str) -> tuple[str, ...]:
    """The ways in which a token may stand in a text, longest first."""
    if not token:
        return ()
    forms = {token}
    if len(token) >= _SHORTEST_IN_OTHER_FORMS:
        forms |= {quote(token), quote(token, safe=""), quote_plus(token)}
        forms |= {json.dumps(token)[1:-1], repr(token)[1:-1]}
        forms |= _base64_forms(token.encode())
    return tuple(sorted(forms, key=len, reverse=True))


def _base64_forms(secret: bytes) -> set[str]:
    """What base64 makes of a secret that stands anywhere in something longer."""
    forms = set()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode("ascii")
        # Only letters that depend on the secret alone.
        first = -(-before * 8 // 6)
        last = (before + len(secret)) * 8 // 6
        forms.add(encoded[first:last])
    return forms | {form.replace("+", "-").replace("/", "_") for form in forms}


class RedactingFormatter(logging.Formatter):
    """Formats a record, trace included, and redacts the whole of it.

    Args:
        secrets: asked for the tokens of the moment.
    """

    def __init__(self, secrets: Callable[[], Secrets]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line or lines."""
        return redact(super().format(record), self._secrets())
