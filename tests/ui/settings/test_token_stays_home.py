"""A token that was entered is in memory and in the keyring, and in no file and no clipboard."""

import asyncio
import base64
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.settings import Settings
from rushes.domain.states import JobState
from rushes.engine.configuration import Configuration
from rushes.engine.credentials import Credentials
from rushes.engine.generation import GenerationWish
from rushes.engine.keyring_store import SERVICE_NAME, KeyringStore
from rushes.engine.logs import log_to
from rushes.simulator.server import Simulator
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.theme.metrics import Density
from rushes.ui.theme.theme import current_theme
from tests.engine.keyrings import MemoryKeyring, keyring_in_use
from tests.engine.tiny_model import ENTRY, SPEC
from tests.ui.window.opened import Opened

TOKEN = "rc-canary/0123456789+abc"
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(models=[ENTRY], token=TOKEN, pace_seconds=0.1) as started:
        yield started


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    memory = MemoryKeyring()
    with keyring_in_use(memory):
        yield memory


@pytest.fixture
def everything_logged() -> Iterator[None]:
    """The root logger as it was, with all that is said at DEBUG meanwhile."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def forms_of(token: str) -> list[bytes]:
    raw = token.encode()
    encoded = [base64.b64encode(b"x" * before + raw)[4:-4] for before in range(3)]
    forms = [raw, raw.hex().encode(), quote(token, safe="").encode(), *encoded]
    return [*forms, token.encode("utf-16-le"), token.encode("utf-16-be")]


def files_with(token: str, *folders: Path) -> list[Path]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 5
    return [path for path in files if any(form in path.read_bytes() for form in forms_of(token))]


@pytest.mark.allow_log("broke with")
async def test_no_file_of_a_profile_and_no_clipboard_holds_the_token(
    qapp: QApplication,
    simulator: Simulator,
    backend: MemoryKeyring,
    everything_logged: None,
    tmp_path: Path,
    home: Path,
) -> None:
    credentials = Credentials({}, keyring=KeyringStore(simulator.url))
    configuration = Configuration(
        library=tmp_path / "library",
        origin=simulator.url,
        credentials=credentials,
        settings=Settings(),
        settings_file=tmp_path / "settings.json",
        state_file=tmp_path / "window.json",
        machine_file=tmp_path / "libraries.json",
        log_file=tmp_path / "rushes.log",
    )
    assert log_to(configuration.log_file, credentials.secrets) is not None
    logging.getLogger().setLevel(logging.DEBUG)
    opened = Opened(configuration)
    try:
        await asyncio.wait_for(opened.session.ready.wait(), 60)
        QTest.keyClick(opened.window, Qt.Key.Key_Comma, CONTROL)
        await opened.until(lambda: opened.window.findChild(SettingsDialog) is not None)
        dialog = opened.window.findChild(SettingsDialog)
        form = dialog.account.form
        for typed in (TOKEN[:-1], TOKEN):
            form.field.setText(typed)
            QTest.mouseClick(form.field.eye, LEFT)
            form.field.selectAll()
            form.field.copy()
            QTest.mouseClick(form.try_button, LEFT)
            word = "works" if typed == TOKEN else "does not accept"
            await opened.until(lambda word=word: word in form.trial_line.text())
        await opened.until(lambda: backend.entries)
        dialog.show_section("appearance")
        dialog.appearance.density.control.choose("compact")
        assert current_theme().density is Density.COMPACT
        try:
            raise RuntimeError(f"Bearer {TOKEN}")
        except RuntimeError:
            logging.getLogger("rushes.test").exception("broke with %r", TOKEN)
        engine = await opened.session.working_engine()
        wish = GenerationWish(SPEC, {"prompt": "a cabin at dawn"})
        await engine.generate([wish])
        await opened.until_state(JobState.READY)
    finally:
        await opened.close()
    assert backend.entries == {(SERVICE_NAME, simulator.url): TOKEN}
    assert len(simulator.accepted) == 1
    assert simulator.received_tokens == ()
    assert "[token]" in configuration.log_file.read_text("utf-8")
    assert '"density": "compact"' in configuration.settings_file.read_text("utf-8")
    assert files_with(TOKEN, tmp_path, home) == []
    # The one that was refused is as secret: it may be right but for a letter.
    assert files_with(TOKEN[:-1], tmp_path, home) == []
    board = QGuiApplication.clipboard()
    assert TOKEN[:-1] not in board.text()
    if board.supportsSelection():
        assert TOKEN[:-1] not in board.text(QClipboard.Mode.Selection)
