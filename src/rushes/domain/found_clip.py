"""A media file that was found on disk, with what it says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.domain.media_facts import MediaFacts


@dataclass(frozen=True, slots=True)
class FoundClip:
    """What a file turned out to be.

    Attributes:
        facts: what the medium is; None for one that is too large to look into, or that killed
            the decoder before.
        settings: what is embedded in it, from whoever made it, or None; any key may be missing
            or of another type than Rushes writes.
        original_size: bytes as it came, without the embedded settings.
        original_sha256: digest of these bytes, in hexadecimal.
    """

    facts: MediaFacts | None
    settings: Mapping[str, Any] | None
    original_size: int
    original_sha256: str


ReadClip = Callable[[Path], FoundClip | None]
"""Reads a file; None for one that is no medium or cannot be read. Blocking: for a worker thread."""
