"""What goes into the frozen program, tried with the files of the PySide6 that is installed."""

import sys
from pathlib import Path

import PySide6
import pytest

from frozen.trimming import Entry, trimmed

FOLDER = Path(PySide6.__file__).parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="file names are those of Linux")


def entry(name: str) -> Entry:
    """The file `name` of PySide6, as PyInstaller's analysis lists it."""
    path = FOLDER / name
    assert path.is_file()
    return f"PySide6/{name}", str(path), "EXTENSION" if path.suffix == ".so" else "BINARY"


def names(entries: list[Entry]) -> set[str]:
    return {Path(target).name for target, _, _ in entries}


def test_only_chosen_plugins_and_the_libraries_that_something_needs() -> None:
    libraries = ["Core", "Gui", "Widgets", "DBus", "XcbQpa", "Quick", "Qml", "VirtualKeyboard"]
    binaries, _ = trimmed(
        [
            entry("QtWidgets.abi3.so"),
            entry("Qt/plugins/platforms/libqxcb.so"),
            entry("Qt/plugins/platforms/libqvnc.so"),
            entry("Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so"),
            *(entry(f"Qt/lib/libQt6{name}.so.6") for name in libraries),
            entry("Qt/lib/libicudata.so.73"),
        ],
        [],
    )
    needed = {f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "XcbQpa")}
    assert names(binaries) == {"QtWidgets.abi3.so", "libqxcb.so", "libicudata.so.73", *needed}


def test_links_to_what_was_left_out_go_as_well() -> None:
    links: list[Entry] = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK"),
    ]
    kept = [entry("QtCore.abi3.so"), entry("Qt/lib/libQt6Core.so.6")]
    binaries, datas = trimmed([*kept, entry("Qt/lib/libQt6Qml.so.6")], links)
    assert (binaries, datas) == (kept, links[:1])


def test_languages_and_the_systems_own_libraries() -> None:
    translations = ["qtbase_it.qm", "qtbase_de.qm", "qt_it.qm"]
    files: list[Entry] = [
        *((f"PySide6/Qt/translations/{name}", name, "DATA") for name in translations),
        ("PySide6/Qt/qml/QtQuick/qmldir", "qmldir", "DATA"),
        ("resources/style/icons.json", "icons.json", "DATA"),
    ]
    systems: list[Entry] = [
        ("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0", "BINARY"),
        ("_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", "EXTENSION"),
    ]
    binaries, datas = trimmed([], files)
    assert names(datas) == {"qtbase_it.qm", "icons.json"}
    assert trimmed([systems[0]], [])[0] == []
    assert binaries == []
