"""The shared libraries that Qt expects of a Linux system.

The lists are what `readelf -d` names in the PySide6 6.11 wheels for QtWidgets and QtNetwork
(WINDOW), the xcb platform plug-in (SCREEN) and QtMultimedia (SOUND), without those that every
Debian has or that come along with another of the list.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

# Library → Debian package. Newer releases renamed some packages (…t64); apt-get knows both names.
WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SOUND = {"libpulse.so.0": "libpulse0"}
ALL = {**WINDOW, **SCREEN, **SOUND}

LOADER_CACHE = Path("/etc/ld.so.cache")


def missing(libraries: Iterable[str], loader_cache: Path = LOADER_CACHE) -> list[str]:
    """Those of `libraries` that the dynamic loader does not know.

    Its cache is read as bytes, in well under a millisecond: loading each library to find out would
    take longer than everything else that a second start does. Empty where there is no such cache.
    """
    try:
        cache = loader_cache.read_bytes()
    except OSError:
        return []
    return [name for name in libraries if name.encode() + b"\0" not in cache]


def provide(needed: Iterable[str], more_packages: Sequence[str] = ()) -> bool:
    """Sees to it that Qt's libraries are there, installing what is missing when that is possible.

    `needed` are those without which the caller cannot go on; the answer says whether they are all
    there. The others, and `more_packages`, are dealt with on the way: a person who has to install
    them by hand is told once, in one command.
    """
    if not sys.platform.startswith("linux"):
        return True
    lacking = missing(ALL)
    if not lacking and not more_packages:
        return True
    from development import apt

    if apt.is_available():
        apt.install(sorted({ALL[name] for name in lacking} | set(more_packages)))
    elif lacking:
        print("Please install what holds these libraries: " + " ".join(lacking), file=sys.stderr)
    return not missing(needed)


def provide_program(name: str, package: str) -> bool:
    """Sees to it that a program is on PATH, installing Debian's `package` when that is possible."""
    import shutil

    if shutil.which(name) is None and sys.platform.startswith("linux"):
        from development import apt

        if apt.is_available():
            apt.install([package])
    return shutil.which(name) is not None
