"""Reads media files for the library, which itself knows nothing of media."""

from pathlib import Path

from rushes.domain.errors import MediaError, MediaKilledDecoder, MediaTooLarge
from rushes.domain.found_clip import FoundClip
from rushes.domain.media_facts import MediaFacts


def _facts(path: Path) -> MediaFacts | None:
    """The facts; None for a clip that is one, but may not be looked into: it was paid for."""
    from rushes.media.probe import probe

    try:
        return probe(path)
    except (MediaKilledDecoder, MediaTooLarge):
        return None


def read_clip(path: Path) -> FoundClip | None:
    """Return what a file is and the settings inside of it, or None when it is no medium.

    Blocking, for a worker thread: all of the file is read once.
    """
    from rushes.media.settings_box import original_sha256, original_size, read_settings

    try:
        facts = _facts(path)
        return FoundClip(facts, read_settings(path), original_size(path), original_sha256(path))
    except (MediaError, OSError):
        return None
