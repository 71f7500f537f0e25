"""What the desktop is asked for, so that it shows files and chooses them."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from rushes.ui.job_acts import revealing
from tests.ui.job_faces.jobs import until
from tests.ui.window.test_session import Desktop

NAMES = ["plain.mp4", "with, comma.mp4", "è 漢字 #%.mp4"]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks over D-Bus")


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for `dbus-send` that writes down what it is asked, and fails when told to."""
    program, said = tmp_path / "dbus-send", tmp_path / "said"
    program.write_text(
        f'#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each"; done > "{said}"\n'
        f'test ! -e "{tmp_path / "fails"}"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda name: str(program))
    return said


async def test_the_file_manager_is_asked_to_choose_the_files(
    qapp: QApplication, tool: Path, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in NAMES]
    revealing.reveal(paths)
    await until(lambda: tool.exists() and tool.read_text().endswith("string:\n"))
    (members,) = [line for line in tool.read_text().splitlines() if line.startswith("array:")]
    urls = members.removeprefix("array:string:").split(",")
    assert [Path(QUrl(url).toLocalFile()) for url in urls] == paths


async def test_a_desktop_that_cannot_choose_opens_the_folder(
    qapp: QApplication, tool: Path, tmp_path: Path
) -> None:
    (tmp_path / "fails").touch()
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    try:
        revealing.reveal([tmp_path / NAMES[0]])
        await until(lambda: desktop.asked)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert Path(desktop.asked[0].toLocalFile()) == tmp_path
