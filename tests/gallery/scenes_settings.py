"""The settings: every section, a search, and the token in every state."""

import asyncio
import dataclasses
from collections.abc import Callable, Coroutine
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from rushes.domain.errors import KeyringUnavailable, NotReachable, TokenRefused
from rushes.domain.origins import DEFAULT_SERVICE_URL
from rushes.domain.replies import Balance
from rushes.domain.settings import Settings
from rushes.engine.credentials import TokenSource
from rushes.ui.settings.account_state import AccountState, Trial
from rushes.ui.settings.dialog import SettingsDialog
from rushes.ui.settings.run_facts import RunFacts
from rushes.ui.theme.roles import Scheme
from rushes.ui.theme.theme import current_theme

_FACTS = RunFacts(Path("/home/ada/Videos/Rushes/Northlight"), DEFAULT_SERVICE_URL)
_TOKEN = "0123456789abcdef0123456789abcdef"
_LEFT = Balance(Decimal("41.2"))


def settings_dialog(
    section: str = "account",
    state: AccountState | None = None,
    *,
    token: str = "",
    is_shown: bool = False,
    search: str = "",
    address: str = "",
    typed_address: str = "",
    facts: RunFacts = _FACTS,
) -> SettingsDialog:
    """A dialog as it stands after these things were done in it."""
    dialog = SettingsDialog(facts)
    theme = {Scheme.DARK: "dark", Scheme.LIGHT: "light"}
    look = theme.get(current_theme().scheme, "high_contrast")
    dialog.show_settings(Settings(theme=look, service_url=address or DEFAULT_SERVICE_URL))
    dialog.show_section(section)
    form = dialog.account.form
    form.field.setText(token)
    form.field.show_text(is_shown)
    form.show_state(state or AccountState())
    if typed_address:
        dialog.service.address.setText(typed_address)
        dialog.service.address.textEdited.emit(typed_address)
    if search:
        dialog.search.setText(search)
    return dialog


def _account(
    trial: Trial = Trial.NONE, source: TokenSource = TokenSource.NONE, **more: object
) -> Callable[[], QWidget]:
    known = {"balance", "trial_error", "keyring_error", "is_keeping", "variable"}
    facts = {name: value for name, value in more.items() if name in known}
    shown = {name: value for name, value in more.items() if name not in known}
    state = AccountState(source=source, trial=trial, **facts)  # type: ignore[arg-type]
    return lambda: settings_dialog(state=state, **shown)  # type: ignore[arg-type]


_KEYRING, _SESSION = TokenSource.KEYRING, TokenSource.SESSION
_OUT = KeyringUnavailable()
_FAR = NotReachable("ConnectError: name not known")

_STATES: dict[str, Callable[[], QWidget]] = {
    "settings-account-none": _account(),
    "settings-account-entered": _account(token=_TOKEN),
    "settings-account-shown": _account(token=_TOKEN, is_shown=True),
    "settings-account-trying": _account(Trial.TRYING, token=_TOKEN),
    "settings-account-keeping": _account(Trial.WORKS, _SESSION, balance=_LEFT, is_keeping=True),
    "settings-account-kept": _account(Trial.WORKS, _KEYRING, balance=_LEFT),
    "settings-account-session": _account(Trial.WORKS, _SESSION, keyring_error=_OUT),
    "settings-account-refused": _account(Trial.REFUSED, token=_TOKEN, trial_error=TokenRefused()),
    "settings-account-unreachable": _account(Trial.NOT_KNOWN, token=_TOKEN, trial_error=_FAR),
    "settings-account-variable": _account(
        source=TokenSource.ENVIRONMENT, variable="RUNCOMFY_TOKEN"
    ),
    "settings-account-variable-wins": _account(source=_KEYRING, variable="RUNCOMFY_TOKEN"),
    "settings-account-not-forgotten": _account(keyring_error=_OUT),
    "settings-account-demo": lambda: settings_dialog(
        facts=RunFacts(_FACTS.library, "http://127.0.0.1:4242", is_demo=True)
    ),
    "settings-service": lambda: settings_dialog("service"),
    "settings-service-proxy": lambda: settings_dialog(
        "service", address="https://keys.studio.example:8443"
    ),
    "settings-service-refused": lambda: settings_dialog(
        "service", typed_address="http://keys.studio.example/v1"
    ),
    "settings-service-variable": lambda: settings_dialog(
        "service",
        facts=RunFacts(_FACTS.library, "https://keys.studio.example", "RUSHES_SERVICE_URL"),
    ),
    "settings-appearance": lambda: settings_dialog("appearance"),
    "settings-appearance-language": lambda: settings_dialog(
        "appearance", facts=dataclasses.replace(_FACTS, language="it")
    ),
    "settings-storage": lambda: settings_dialog("storage"),
    "settings-search": lambda: settings_dialog(search="to"),
    "settings-search-nothing": lambda: settings_dialog(search="waveform"),
}


def _seen(build: Callable[[], QWidget]) -> Callable[[], Coroutine[Any, Any, QWidget]]:
    async def scene() -> QWidget:
        dialog = build()
        dialog.show()
        # Lines are broken once the width is known, and rows measured again after that.
        await asyncio.sleep(0.1)
        return dialog

    return scene


SCENES = {name: _seen(build) for name, build in _STATES.items()}
