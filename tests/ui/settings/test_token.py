"""The token: entered, tried at a real service, kept in a real keyring class, and never shown."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.errors import KeyringUnavailable, NotReachable, TokenRefused
from rushes.domain.replies import Balance
from rushes.domain.settings import Settings
from rushes.engine.account import Account
from rushes.engine.credentials import Credentials, TokenSource
from rushes.engine.keyring_store import SERVICE_NAME, KeyringStore
from rushes.engine.tasks import Tasks
from rushes.simulator.server import Simulator
from rushes.ui.components.button import Button
from rushes.ui.settings.account_presenter import AccountPresenter
from rushes.ui.settings.account_state import AccountState, Trial
from rushes.ui.settings.presenter import SettingsPresenter
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.settings.token_form import TokenForm
from rushes.ui.theme.roles import Scheme
from rushes.ui.theme.theme import current_theme
from tests.engine.keyrings import MemoryKeyring, keyring_in_use
from tests.ui.settings.conftest import FACTS, OpenDialog

LEFT = Qt.MouseButton.LeftButton
GOOD = "rc-token-0123456789"
Seen = Callable[..., None]


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    board = QGuiApplication.clipboard()
    board.setText("before")
    yield board
    board.clear()


def test_a_token_is_dots_until_the_eye_is_pressed(open_dialog: OpenDialog, qtbot: QtBot) -> None:
    field = open_dialog().account.form.field
    field.setFocus()
    qtbot.keyClicks(field, f" {GOOD} ")
    assert GOOD not in field.displayText()
    qtbot.mouseClick(field.eye, LEFT)
    assert GOOD in field.displayText()
    assert field.token() == GOOD
    qtbot.mouseClick(field.eye, LEFT)
    assert GOOD not in field.displayText()


@pytest.mark.parametrize("is_shown", [False, True])
def test_no_way_leads_from_the_field_to_the_clipboard(
    open_dialog: OpenDialog, qtbot: QtBot, clipboard: QClipboard, is_shown: bool
) -> None:
    field = open_dialog().account.form.field
    field.setText(GOOD)
    field.show_text(is_shown)
    field.setFocus()
    for key in (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy):
        QTest.keySequence(field, QKeySequence(key))
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Cut))
    middle = field.rect().center()
    QTest.mouseDClick(field, LEFT, pos=middle)
    QTest.mousePress(field, LEFT, pos=QPoint(40, middle.y()))
    QTest.mouseMove(field, QPoint(160, middle.y()))
    QTest.mouseRelease(field, LEFT, pos=QPoint(160, middle.y()))
    field.selectAll()
    field.copy()
    field.cut()
    menu = field.createStandardContextMenu()
    for action in menu.actions():
        if action.isEnabled() and action.objectName() in ("edit-copy", "edit-cut"):
            action.trigger()
    menu.deleteLater()
    modes = [QClipboard.Mode.Clipboard]
    modes += [QClipboard.Mode.Selection] if clipboard.supportsSelection() else []
    for mode in modes:
        assert GOOD not in clipboard.text(mode)
    assert GOOD[5:12] not in clipboard.text()


def test_what_can_be_done_follows_the_state(open_dialog: OpenDialog) -> None:
    form = open_dialog().account.form
    assert not form.try_button.isEnabled()
    assert not form.keep_button.isVisible()
    assert not form.forget_button.isVisible()
    form.field.setText(GOOD)
    assert form.try_button.isEnabled()
    form.show_state(AccountState(trial=Trial.TRYING))
    assert form.field.isReadOnly()
    assert not form.try_button.isEnabled()
    form.show_state(AccountState(trial=Trial.NOT_KNOWN, trial_error=NotReachable()))
    assert form.keep_button.isVisible()
    assert not form.field.isReadOnly()
    form.show_state(AccountState(source=TokenSource.SESSION, is_keeping=True))
    assert not form.forget_button.isEnabled()
    form.show_state(AccountState(source=TokenSource.ENVIRONMENT, variable="RUNCOMFY_TOKEN"))
    assert not form.forget_button.isVisible()


@pytest.mark.parametrize(
    ("state", "trial", "keeping"),
    [
        (AccountState(), "", "no token yet"),
        (AccountState(TokenSource.KEYRING), "", "keyring; never in the library"),
        (AccountState(TokenSource.SESSION), "", "until Rushes is closed"),
        (
            AccountState(TokenSource.ENVIRONMENT, "RUNCOMFY_TOKEN"),
            "",
            "variable RUNCOMFY_TOKEN is used",
        ),
        (AccountState(TokenSource.KEYRING, "YOUR_API_TOKEN"), "", "YOUR_API_TOKEN wins"),
        (
            AccountState(TokenSource.KEYRING, trial=Trial.WORKS, balance=Balance(Decimal("-1.5"))),
            "works. −$ 1.50 left",
            "keyring",
        ),
        (AccountState(TokenSource.KEYRING, trial=Trial.WORKS), "did not tell", "keyring"),
        (
            AccountState(trial=Trial.REFUSED, trial_error=TokenRefused()),
            "does not accept the token. It was not kept",
            "",
        ),
        (
            AccountState(trial=Trial.NOT_KNOWN, trial_error=NotReachable()),
            "cannot be reached. So nobody knows",
            "",
        ),
        (
            AccountState(TokenSource.SESSION, keyring_error=KeyringUnavailable()),
            "",
            "keyring does not answer. The token is used until",
        ),
        (AccountState(keyring_error=KeyringUnavailable()), "", "may still hold the token"),
    ],
)
def test_every_state_is_told_in_words(
    open_dialog: OpenDialog, state: AccountState, trial: str, keeping: str
) -> None:
    form = open_dialog().account.form
    form.show_state(state)
    assert trial in form.trial_line.text()
    assert form.trial_line.isVisible() == bool(trial)
    assert keeping in form.keeping_line.text()
    assert form.keeping_line.isVisible() == bool(keeping)


class Desk:
    """Everything behind the section of the account, with a service and a keyring."""

    def __init__(self, origin: str, tasks: Tasks, keyring: MemoryKeyring) -> None:
        self.keyring = keyring
        store = KeyringStore(origin, read_seconds=10, write_seconds=0.5)
        self.credentials = Credentials({}, keyring=store)
        self.presenter = AccountPresenter(Account(lambda: origin, self.credentials), tasks)
        self.entry = (SERVICE_NAME, origin)
        self.states: list[AccountState] = []
        self.presenter.state_changed.connect(self.states.append)
        self.form = TokenForm()
        self.form.try_requested.connect(self.presenter.try_and_keep)
        self.form.keep_untried_requested.connect(self.presenter.keep_untried)
        self.form.forget_requested.connect(self.presenter.forget)
        self.presenter.state_changed.connect(self.form.show_state)
        self.form.show()

    async def enter(self, token: str) -> AccountState:
        self.form.field.setText(token)
        self.states.clear()
        QTest.keyClick(self.form.field, Qt.Key.Key_Return)
        return await self.settled()

    async def press(self, button: Button) -> AccountState:
        self.states.clear()
        QTest.mouseClick(button, LEFT)
        return await self.settled()

    async def settled(self) -> AccountState:
        async with asyncio.timeout(30):
            while not self.states or self.states[-1].is_busy:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0)
        return self.states[-1]


@pytest.fixture
async def desk_at(qapp: QApplication, tasks: Tasks) -> AsyncIterator[Callable[[str], Desk]]:
    desks: list[Desk] = []
    backend = MemoryKeyring()

    def make(origin: str) -> Desk:
        desks.append(Desk(origin, tasks, backend))
        return desks[-1]

    with keyring_in_use(backend):
        yield make
    backend.answers.set()
    for desk in desks:
        desk.form.close()
        desk.form.deleteLater()
        desk.presenter.deleteLater()


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    async with Simulator(token=GOOD, balance_usd=41.2) as started:
        yield started


async def test_a_good_token_is_kept_and_leaves_the_field(
    desk_at: Callable[[str], Desk], simulator: Simulator
) -> None:
    desk = desk_at(simulator.url)
    changed = QSignalSpy(desk.presenter.token_changed)
    state = await desk.enter(GOOD)
    assert (state.trial, state.source) == (Trial.WORKS, TokenSource.KEYRING)
    assert "$ 41.20 left" in desk.form.trial_line.text()
    assert desk.keyring.entries == {desk.entry: GOOD}
    assert (desk.form.field.text(), desk.credentials.token()) == ("", GOOD)
    assert [each.trial for each in desk.states] == [Trial.TRYING, Trial.WORKS, Trial.WORKS]
    assert changed.count() == 1
    assert simulator.accepted == ()
    state = await desk.press(desk.form.forget_button)
    assert (state.source, desk.keyring.entries) == (TokenSource.NONE, {})
    assert desk.credentials.token() == ""


async def test_a_refused_token_is_not_kept_and_stays_to_be_mended(
    desk_at: Callable[[str], Desk], simulator: Simulator
) -> None:
    desk = desk_at(simulator.url)
    desk.credentials.use("older")
    state = await desk.enter("rc-token-012345678")
    assert (state.trial, state.source) == (Trial.REFUSED, TokenSource.SESSION)
    assert desk.form.field.text() == "rc-token-012345678"
    assert desk.form.field.property("refused") is True
    assert (desk.keyring.entries, desk.credentials.token()) == ({}, "older")
    QTest.keyClicks(desk.form.field, "9")
    assert desk.form.field.property("refused") is False
    assert (await desk.enter(GOOD)).trial is Trial.WORKS


async def test_a_token_that_cannot_be_tried_is_kept_on_a_word(
    desk_at: Callable[[str], Desk], unused_tcp_port: int
) -> None:
    desk = desk_at(f"http://127.0.0.1:{unused_tcp_port}")
    state = await desk.enter(GOOD)
    assert (state.trial, state.source) == (Trial.NOT_KNOWN, TokenSource.NONE)
    assert (desk.keyring.entries, desk.credentials.token()) == ({}, "")
    state = await desk.press(desk.form.keep_button)
    assert (state.trial, state.source) == (Trial.NONE, TokenSource.KEYRING)
    assert desk.keyring.entries == {desk.entry: GOOD}
    assert desk.form.field.text() == ""


async def test_without_a_keyring_the_token_is_good_for_this_session(
    desk_at: Callable[[str], Desk], simulator: Simulator
) -> None:
    desk = desk_at(simulator.url)
    desk.keyring.answers.clear()
    state = await desk.enter(GOOD)
    assert (state.trial, state.source) == (Trial.WORKS, TokenSource.SESSION)
    assert state.keyring_error is not None
    assert desk.credentials.token() == GOOD
    assert "until Rushes is closed" in desk.form.keeping_line.text()
    assert desk.form.field.text() == ""
    # What could not be taken back from the keyring is told as well.
    state = await desk.press(desk.form.forget_button)
    assert (state.source, desk.credentials.token()) == (TokenSource.NONE, "")
    assert "may still hold" in desk.form.keeping_line.text()


async def test_the_loop_goes_on_while_service_and_keyring_take_their_time(
    desk_at: Callable[[str], Desk], simulator: Simulator
) -> None:
    desk = desk_at(simulator.url)
    desk.keyring.seconds = 0.2
    gaps: list[float] = []
    loop = asyncio.get_running_loop()

    async def watch() -> None:
        before = loop.time()
        while True:
            await asyncio.sleep(0.005)
            now = loop.time()
            gaps.append(now - before)
            before = now

    watching = asyncio.ensure_future(watch())
    await desk.enter(GOOD)
    watching.cancel()
    assert desk.keyring.entries == {desk.entry: GOOD}
    # The keyring slept for 0.4 s; nothing here did.
    assert len(gaps) > 20
    assert sorted(gaps)[len(gaps) // 2] < 0.1


async def test_one_wish_at_a_time(desk_at: Callable[[str], Desk], simulator: Simulator) -> None:
    desk = desk_at(simulator.url)
    desk.presenter.try_and_keep(GOOD)
    desk.presenter.try_and_keep("other")
    desk.presenter.forget()
    state = await desk.settled()
    assert (state.source, desk.credentials.token()) == (TokenSource.KEYRING, GOOD)


async def test_one_dialog_is_opened_and_shows_what_is_known(
    qapp: QApplication, tasks: Tasks, simulator: Simulator
) -> None:
    window = QWidget()
    credentials = Credentials({}, fixed=GOOD)
    facts = RunFacts(FACTS.library, simulator.url)
    account = Account(lambda: simulator.url, credentials)
    presenter = SettingsPresenter(window, facts, account, tasks, Settings(theme="light"))
    changes = QSignalSpy(presenter.settings_changed)
    shown = QSignalSpy(presenter.show_library_requested)
    presenter.open()
    dialog = presenter.dialog
    assert dialog is not None
    presenter.open("appearance")
    assert presenter.dialog is dialog
    assert dialog.appearance.isVisible()
    assert dialog.appearance.theme.value() == "light"
    assert "until Rushes is closed" in dialog.account.form.keeping_line.text()
    dialog.appearance.theme.control.choose("dark")
    dialog.storage.show_button.click()
    assert (changes.count(), shown.count()) == (1, 1)
    assert changes.at(0) == [{"theme": "dark"}]
    presenter.show_settings(Settings(theme="high_contrast", text_scale=120))
    assert dialog.appearance.theme.value() == "high_contrast"
    look = current_theme()
    assert (look.scheme, look.text_percent) == (Scheme.HIGH_CONTRAST, 120)
    presenter.show_settings(Settings(theme="high_contrast", text_scale=120, language="it"))
    assert current_theme() is look
    credentials.use("")
    presenter.look_again()
    assert "no token yet" in dialog.account.form.keeping_line.text()
    presenter.close()
    assert presenter.dialog is None
    presenter.open("storage")
    assert presenter.dialog is not dialog
    presenter.close()
    window.deleteLater()
