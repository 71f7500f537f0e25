"""Links from a library's folder to where its media lie."""

import os
import sys
from pathlib import Path

from rushes.domain.errors import LinkRefused
from rushes.library.drives import is_link


def place_link(link: Path, target: Path) -> None:
    """Have `link` lead to the folder `target`, in the place of a link that was there.

    On Windows a symbolic link needs Developer Mode or an administrator; a junction needs neither,
    and leads to drives of this computer only. Raises LinkRefused, OSError.
    """
    fresh = link.with_name(f"{link.name}.link")
    remove_link(fresh)
    _make(fresh, target)
    if sys.platform == "win32":
        remove_link(link)
    fresh.replace(link)


def can_link(folder: Path, target: Path) -> None:
    """Try a link from inside a folder; raises LinkRefused when the system does not let it be."""
    trial = folder / "media.link"
    try:
        remove_link(trial)
        _make(trial, target)
        remove_link(trial)
    except OSError as error:
        raise LinkRefused(str(target)) from error


def remove_link(link: Path) -> None:
    """Remove a link, and never what it leads to; raises OSError."""
    if is_link(link):
        if sys.platform == "win32" and not link.is_symlink():
            link.rmdir()
        else:
            link.unlink()


def _make(link: Path, target: Path) -> None:
    try:
        os.symlink(target, link, target_is_directory=True)  # noqa: PTH211
    except OSError as error:
        if sys.platform == "win32":
            _make_junction(link, target, error)
        else:
            raise LinkRefused(str(target)) from error


def _make_junction(link: Path, target: Path, error: OSError) -> None:
    try:
        import _winapi

        _winapi.CreateJunction(str(target), str(link))  # type: ignore[attr-defined]
    except (OSError, ImportError, AttributeError):
        raise LinkRefused(str(target)) from error
