"""The settings file: small JSON, replaced as a whole so that it is never half written."""

import json
import os
from pathlib import Path

from rushes.domain.settings import Settings, settings_from, settings_values
from rushes.library.layout import sync_folder


def read_settings(path: Path) -> Settings:
    """Return the settings; the defaults when there is no file or it cannot be understood."""
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return settings_from(values) if isinstance(values, dict) else Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings; raises OSError. Blocking: for a worker thread."""
    write_whole(path, json.dumps(settings_values(settings), indent=2, ensure_ascii=False).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file so that it is either the old or the new one; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
    sync_folder(path.parent)
