"""What of PySide6 and Python goes into the frozen program: what Rushes uses, and nothing beside it.

Qt's plug-ins drag in half of Qt (the virtual keyboard needs Quick, Quick needs Qml …), and
PyInstaller takes all that belong to an imported module. So the plug-ins are chosen here, and then
every library of Qt goes that nothing left needs.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

# Target path, source path, kind ("BINARY", "EXTENSION", "DATA", "SYMLINK", …).
Entry = tuple[str, str, str]

UNUSED_MODULES = [
    *("tkinter", "curses", "readline", "sqlite3", "dbm", "idlelib", "lib2to3", "turtledemo"),
    *("pytest", "_pytest", "hypothesis", "mypy", "PyInstaller", "setuptools", "pip", "PIL"),
    # Found by way of optional imports of the libraries that Rushes uses.
    *("IPython", "rich", "pygments", "click", "trio", "numpy.f2py", "numpy.testing"),
]

# A screen on each system, and none; input methods; pictures; icons. By name, without ending.
USED_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient", "adwaita"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg", "qwebp"},
    "iconengines": {"qsvgicon"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "multimedia": {"ffmpegmediaplugin", "windowsmediaplugin", "darwinmediaplugin"},
}
USED_TRANSLATIONS = {"qtbase_en.qm", "qtbase_it.qm"}
# On Linux these come with the system, as dependencies of the package.
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def trimmed(binaries: Iterable[Entry], datas: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries of an analysis that belong into the program."""
    kept = [each for each in binaries if _is_used(each) and not _is_the_systems(each)]
    return _without_orphans(kept, [each for each in datas if _is_used(each)])


def _is_used(entry: Entry) -> bool:
    path = _path(entry)
    if "PySide6" not in path.parts:
        return True
    if "plugins" in path.parts:
        return path.stem.removeprefix("lib") in USED_PLUGINS.get(path.parent.name, ())
    if "translations" in path.parts:
        return path.name in USED_TRANSLATIONS
    return "qml" not in path.parts


def _is_the_systems(entry: Entry) -> bool:
    """Whether the file is a library of the system's own, and not a part of its Python."""
    _, source, kind = entry
    return (
        kind == "BINARY"
        and source.startswith(SYSTEM_FOLDERS)
        and not Path(source).name.startswith("libpython")
    )


def _without_orphans(
    binaries: Sequence[Entry], datas: Sequence[Entry]
) -> tuple[list[Entry], list[Entry]]:
    """Leaves out the libraries of Qt that no other file needs, and links to what is not there."""
    libraries = {_path(each).name: each for each in binaries if _is_qt_library(each)}
    waiting = [each for each in binaries if not _is_qt_library(each) and each[2] != "SYMLINK"]
    needed: set[str] = set()
    while waiting:
        for name in _needs(waiting.pop()):
            if name in libraries and name not in needed:
                needed.add(name)
                waiting.append(libraries[name])
    kept = [each for each in binaries if not _is_qt_library(each) or _path(each).name in needed]
    there = {str(_path(each)) for each in [*kept, *datas] if each[2] != "SYMLINK"}

    def leads_somewhere(entry: Entry) -> bool:
        return entry[2] != "SYMLINK" or str(_path(entry).parent / entry[1]) in there

    return list(filter(leads_somewhere, kept)), list(filter(leads_somewhere, datas))


def _is_qt_library(entry: Entry) -> bool:
    """Whether the file is a shared library that came with PySide6, for others to be linked with."""
    path = _path(entry)
    is_library = path.name.startswith(("libQt6", "Qt6", "libicu", "libav", "libsw"))
    return "PySide6" in path.parts and entry[2] != "SYMLINK" and is_library


def _path(entry: Entry) -> PurePosixPath:
    """Where the entry goes, inside the program's folder."""
    return PurePosixPath(entry[0].replace("\\", "/"))


def _needs(entry: Entry) -> Iterable[str]:
    """The names of the libraries that a binary is linked with."""
    from PyInstaller.depend.bindepend import get_imports  # type: ignore[import-untyped]

    return [Path(name).name for name, _ in get_imports(entry[1])]
