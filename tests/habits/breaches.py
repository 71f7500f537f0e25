"""Tests that break a habit, and some that keep it; test_habits.py runs them and judges the judge.

They are no part of the ordinary run: the name of this file is not one that pytest looks for.
"""

import asyncio
import gc
import logging
import os
import socket
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

logger = logging.getLogger("rushes.breaches")
kept: list[object] = []
thread_may_end = threading.Event()


# Windows.


def test_window_kept(qapp: QApplication) -> None:
    kept.append(QWidget())


def test_window_dropped(qtbot: QtBot) -> None:
    window = QWidget()
    vars(window)["itself"] = window
    window.show()
    registered = QWidget()
    qtbot.addWidget(registered)
    kept.append(registered)


# Threads and processes.


def test_thread_running() -> None:
    threading.Thread(target=thread_may_end.wait, name="endless").start()


def test_thread_ended() -> None:
    thread_may_end.set()
    threading.Thread(target=lambda: None).start()


def test_thread_raised() -> None:
    def divide() -> None:
        _ = 1 / 0

    thread = threading.Thread(target=divide)
    thread.start()
    thread.join()


def test_process_running() -> None:
    kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]))


def test_process_ended() -> None:
    subprocess.run([sys.executable, "-c", ""], check=True)


# Tasks.


async def test_task_pending() -> None:
    kept.append(asyncio.create_task(asyncio.sleep(60)))


async def test_task_pending_in_qt(qapp: QApplication) -> None:
    kept.append(asyncio.create_task(asyncio.sleep(60)))


async def test_task_done() -> None:
    task = asyncio.create_task(asyncio.sleep(60))
    await asyncio.sleep(0)
    task.cancel()


async def test_task_raised() -> None:
    async def divide() -> None:
        _ = 1 / 0

    task = asyncio.create_task(divide())
    await asyncio.sleep(0)
    del task


# Event loops.


async def test_loop_is_plain() -> None:
    assert type(asyncio.get_running_loop()).__module__.startswith("asyncio")


async def test_loop_is_qt(qapp: QApplication) -> None:
    fired = asyncio.Event()
    QTimer.singleShot(1, fired.set)
    await asyncio.wait_for(fired.wait(), 5)
    assert await asyncio.to_thread(sum, [1, 2]) == 3


@pytest.mark.timeout(3)
async def test_endless_in_qt(qapp: QApplication) -> None:
    await asyncio.Event().wait()


@pytest.mark.timeout(3)
async def test_endless() -> None:
    await asyncio.Event().wait()


@pytest.fixture
async def ticks() -> AsyncIterator[list[int]]:
    counted = [0]

    async def count() -> None:
        while True:
            counted[0] += 1
            await asyncio.sleep(0)
            asyncio.get_running_loop()

    task = asyncio.create_task(count())
    await asyncio.sleep(0)
    yield counted
    task.cancel()
    await asyncio.wait([task])


async def test_task_of_fixture_lives_on_in_qt(qapp: QApplication, ticks: list[int]) -> None:
    before = ticks[0]
    await asyncio.sleep(0.05)
    assert ticks[0] > before


# Files and sockets.


def test_file_open() -> None:
    Path(os.devnull).open()  # noqa: SIM115


@pytest.fixture
def open_socket() -> socket.socket:
    return socket.socket()


def test_socket_of_fixture_open(open_socket: socket.socket) -> None:
    assert open_socket.fileno() >= 0


def test_file_closed() -> None:
    with tempfile.TemporaryFile():
        pass


# Logs and warnings.


def test_log_undeclared() -> None:
    logger.warning("the disk is full")


@pytest.mark.allow_log("the disk is full")
def test_log_declared() -> None:
    logger.warning("the disk is full")
    logger.info("nothing else")


@pytest.mark.allow_log("^ERROR rushes")
def test_log_of_another_kind() -> None:
    logger.warning("the disk is full")
    logger.error("and it burns")


@pytest.mark.allow_log("the disk is full")
def test_log_declared_but_unseen() -> None:
    logger.info("the disk is full")


@pytest.mark.allow_log("the disk is full", optional=True)
def test_log_optional() -> None:
    logger.info("the disk is empty")


@pytest.fixture
def complains_at_end() -> Iterator[None]:
    yield
    logger.warning("late")


def test_log_at_end(complains_at_end: None) -> None:
    pass


def test_log_below_warning() -> None:
    logger.info("all is well")


def test_python_warning() -> None:
    warnings.warn("old ways", DeprecationWarning, stacklevel=1)


# Qt.


def test_qt_warning(qapp: QApplication) -> None:
    qWarning("a timer of another thread")


@pytest.fixture
def warns_at_end(qapp: QApplication) -> Iterator[None]:
    yield
    qWarning("a thread died while it ran")


def test_qt_warning_at_end(warns_at_end: None) -> None:
    pass


@pytest.mark.qt_log_ignore("a thread died")
def test_qt_warning_expected(warns_at_end: None) -> None:
    pass


def test_qt_slot_raised(qtbot: QtBot) -> None:
    def divide() -> None:
        _ = 1 / 0

    QTimer.singleShot(0, divide)
    qtbot.wait(10)


def test_qt_off_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(100, 100)
    window.show()
    window.raise_()
    window.activateWindow()
    assert QGuiApplication.platformName() == "offscreen"


# Surroundings. test_habits.py sets these variables to "foreign".


def test_variables_of_the_person(home: Path) -> None:
    assert "foreign" not in os.environ.values()
    assert Path.home() == home
    assert list(Path.home().iterdir()) == [home / "runtime"]


def test_network() -> None:
    with pytest.raises(socket.gaierror):
        socket.create_connection(("service.example", 443))
    with socket.socket() as outside, pytest.raises(OSError, match="reaches no host"):
        outside.connect(("192.0.2.1", 443))
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


# A test that fails for its own reason is blamed for that alone.


def test_failed_with_leftovers(qapp: QApplication) -> None:
    window = QWidget()
    kept.append(window)
    raise ZeroDivisionError


def test_blameless_last(qapp: QApplication) -> None:
    gc.collect()
