"""A reply as it came, before anybody has made sense of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RawReply:
    """A reply as it came.

    Attributes:
        status: the HTTP status.
        body: whole body, decoded from its transfer and content encodings, in bytes.
        headers: names in lower case.
    """

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def retry_after(self) -> float | None:
        """Seconds the service asked to wait, when told as a plain number (capped at an hour)."""
        text = self.headers.get("retry-after", "").strip()
        if text.isascii() and text.isdigit() and len(text) < 8:
            return min(float(text), 3600.0)
        return None
