"""A look at a folder before it is opened as a library, so that the open one need not be left."""

import os
from pathlib import Path

from rushes.domain.errors import (
    LibraryInUse,
    LibraryNotWritable,
    LibraryTooNew,
    NoLibraryThere,
    PlaceOnNetwork,
    PlaceTaken,
)
from rushes.library.database import library_error
from rushes.library.database_header import read_header
from rushes.library.drives import existing_part, is_on_network
from rushes.library.layout import Layout
from rushes.library.ownership import owner_of, owner_words
from rushes.library.schema import MIGRATIONS


def look_at_library(root: Path) -> Path:
    """Return the folder of a library that can be opened, as far as a look tells; blocking.

    A damaged database is no hindrance: it is made again when it is opened. Writes nothing. Raises
    NoLibraryThere, LibraryInUse, LibraryTooNew, LibraryNotWritable, PlaceOnNetwork, LibraryError.
    """
    layout = Layout(root.absolute())
    try:
        if not layout.database.is_file() and not layout.receipts.is_file():
            raise NoLibraryThere(str(root))
        refuse_network(layout.root)
        if not os.access(layout.root, os.W_OK):
            raise LibraryNotWritable(str(root))
        owner = owner_of(layout.lock)
        if owner is not None:
            raise LibraryInUse(owner_words(owner))
        header = read_header(layout.database)
    except OSError as error:
        raise library_error(error) from error
    if header is not None and header.version > len(MIGRATIONS):
        raise LibraryTooNew(f"schema {header.version}")
    return layout.root


def look_for_new(root: Path) -> Path:
    """Return a folder that can become a library; blocking.

    Raises PlaceTaken when anything lies in it, LibraryNotWritable, PlaceOnNetwork, LibraryError.
    """
    root = root.absolute()
    try:
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise PlaceTaken(str(root))
        refuse_network(root)
        if not os.access(existing_part(root), os.W_OK):
            raise LibraryNotWritable(str(root))
    except OSError as error:
        raise library_error(error) from error
    return root


def refuse_network(root: Path) -> None:
    """Raise PlaceOnNetwork where a database would not be safe."""
    if is_on_network(root):
        raise PlaceOnNetwork(str(root))
