"""Reads media files for the library, which itself knows nothing of media."""

from pathlib import Path

from rushes.domain.errors import MediaError
from rushes.domain.found_clip import FoundClip


def read_clip(path: Path) -> FoundClip | None:
    """Return what a file is and the settings inside of it, or None when it is no medium.

    Blocking, for a worker thread: all of the file is read once.
    """
    from rushes.media.probe import probe
    from rushes.media.settings_box import original_sha256, original_size, read_settings

    try:
        facts = probe(path)
        return FoundClip(facts, read_settings(path), original_size(path), original_sha256(path))
    except (MediaError, OSError):
        return None
