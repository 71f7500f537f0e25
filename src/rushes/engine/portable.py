"""A library that lies beside the program, as on a drive that goes from one computer to another.

It is the library of a run that names none, before the one in the settings. Only an installed
program has a place beside it; one that runs from its source has not.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from rushes.library.layout import Layout

FOLDER = "Rushes Library"
MARK = "portable.txt"
"""A file of this name beside the program has the library be made there at the first start."""


def program_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """Return the folder in which the installed program lies, or None for one run from source.

    Of an AppImage it is where that file lies, whose path is in ``APPIMAGE``; of an app of macOS
    the folder that holds the app.
    """
    found = environment if environment is not None else os.environ
    if not getattr(sys, "frozen", False):
        return None
    image = found.get("APPIMAGE", "")
    program = Path(image) if image else Path(sys.executable)
    bundle = next((each for each in program.parents if each.suffix == ".app"), None)
    return (bundle or program).absolute().parent


def portable_library(folder: Path | None) -> Path | None:
    """Return the library beside the program, or None where there is none; asks the disk."""
    if folder is None:
        return None
    try:
        is_there = Layout(folder / FOLDER).database.is_file() or (folder / MARK).is_file()
    except OSError:
        return None
    return folder / FOLDER if is_there else None


def place_for_portable(folder: Path | None) -> Path | None:
    """Return where a portable library can be made, or None where the program may not write."""
    if folder is None or not os.access(folder, os.W_OK):
        return None
    return folder / FOLDER
