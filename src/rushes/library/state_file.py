"""Small values that a window remembers from one run to the next, as a JSON file."""

import json
from pathlib import Path
from typing import Any

from rushes.library.settings_file import write_whole


def read_values(path: Path) -> dict[str, Any]:
    """Return the values; empty when there is no file or it cannot be understood."""
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def write_values(path: Path, values: dict[str, Any]) -> None:
    """Write the values; raises OSError. Blocking: for a worker thread."""
    write_whole(path, json.dumps(values, ensure_ascii=False).encode())
