"""Shows files in the desktop's file manager, with the files chosen where it can do that."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
_MOST = 50
"""Files that a file manager is asked to choose; further ones lie beside them."""


def reveal(paths: Sequence[Path]) -> None:
    """Show files in their folders; returns at once.

    Where the desktop knows no way to choose files, their folders are opened.
    """
    if not paths:
        return
    command = _command(list(paths)[:_MOST])
    if command is None:
        _open_folders(paths)
        return
    process = QProcess(QCoreApplication.instance())

    def give_up() -> None:
        _open_folders(paths)
        process.deleteLater()

    def end(code: int) -> None:
        # Explorer tells 1 whatever it did.
        if code and sys.platform != "win32":
            give_up()
        else:
            process.deleteLater()

    process.errorOccurred.connect(
        lambda error: give_up() if error == QProcess.ProcessError.FailedToStart else None
    )
    process.finished.connect(end)
    process.start(command[0], command[1:])


def _command(paths: list[Path]) -> list[str] | None:
    if sys.platform == "win32":
        return ["explorer", "/select,", str(paths[0])]
    if sys.platform == "darwin":
        return ["open", "-R", *(str(path) for path in paths)]
    program = QStandardPaths.findExecutable("dbus-send")
    if not program or not _has_session_bus():
        return None
    # Commas part the members of an array.
    urls = [_encoded(path).replace(",", "%2C") for path in paths]
    return [
        program,
        "--session",
        "--print-reply",
        "--reply-timeout=4000",
        f"--dest={_SERVICE}",
        "--type=method_call",
        "/org/freedesktop/FileManager1",
        f"{_SERVICE}.ShowItems",
        f"array:string:{','.join(urls)}",
        "string:",
    ]


def _has_session_bus() -> bool:
    import os

    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))


def _encoded(path: Path) -> str:
    return bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii")


def _open_folders(paths: Sequence[Path]) -> None:
    for folder in list(dict.fromkeys(path.parent for path in paths))[:3]:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
