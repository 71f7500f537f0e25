"""A warning of Qt fails the test that caused it.

pytest-qt sees to that until the test's body ends (`qt_log_level_fail` in pyproject.toml, marker
`qt_log_ignore` for what a test expects). Here the same is done while the test is cleaned up, when
timers are killed in the wrong thread and threads die while they run.
"""

import re
import sys
from collections.abc import Generator

import pytest

# What the off-screen platform says of windows that it cannot treat as a screen would.
OFFSCREEN_LACKS = [
    r"^This plugin does not support ",
]

# What Qt says of a machine where nothing plays sound, such as one that runs tests.
SOUND_LACKS = [
    r"^PulseAudioService: pa_context_connect\(\) failed",
]


def pytest_configure(config: pytest.Config) -> None:
    for pattern in [*OFFSCREEN_LACKS, *SOUND_LACKS]:
        config.addinivalue_line("qt_log_ignore", pattern)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    if "PySide6.QtCore" not in sys.modules or item.get_closest_marker("no_qt_log"):
        return (yield)
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    ignored = list(item.config.getini("qt_log_ignore"))
    for mark in item.iter_markers("qt_log_ignore"):
        ignored += mark.args
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not harmless and not any(re.search(pattern, message) for pattern in ignored):
            said.append(message)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if said:
        pytest.fail("Qt said while the test was cleaned up:\n" + "\n".join(said), pytrace=False)
