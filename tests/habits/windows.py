"""A window lives until its test is over, whether or not the test holds it.

A window that only its own parts hold is destroyed as soon as Python collects garbage. That may be
while Qt paints it, and then the painter draws on what is gone, and the process crashes. pytest-qt
knows the widgets given to it weakly, and processes their events when the test's body has returned
and let go of them; so they are held here.
"""

import sys
from collections.abc import Callable, Generator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

HELD = pytest.StashKey[list[Any]]()


class HoldingQtBot(QtBot):
    """pytest-qt's bot, but the widgets given to it are held from then on."""

    def addWidget(
        self, widget: Any, *, before_close_func: Callable[[Any], None] | None = None
    ) -> None:
        super().addWidget(widget, before_close_func=before_close_func)
        self._request.node.stash.setdefault(HELD, []).append(widget)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Takes the place of pytest-qt's own."""
    return HoldingQtBot(request)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Holds what the body leaves open, before pytest-qt processes the events that are left."""
    try:
        yield
    finally:
        item.stash.setdefault(HELD, []).extend(windows_without_parent())


def release_windows(item: pytest.Item) -> None:
    """Lets go of a test's windows: from now on they are garbage, unless something keeps them."""
    item.stash[HELD] = []


def windows_without_parent() -> list[Any]:
    """The windows that there are now, hidden ones too, but for those that belong to another."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if window.parent() is None]
