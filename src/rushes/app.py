"""The window: composition, from arguments to the end of the session.

What is imported at the top is imported before the first paint; everything else waits for it.
"""

import argparse
import sys
import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from rushes.domain.origins import AddressRefused
from rushes.engine.configuration import Configuration, configure
from rushes.library.layout import Layout
from rushes.library.ownership import owner_of
from rushes.library.state_file import read_values
from rushes.ui.viewer.sound.latency import settle_latency
from rushes.ui.window.main_window import MainWindow

_BAD_ADDRESS = 2
_LONGEST_WAIT_FOR_PAINT = 2_000
"""Milliseconds."""


def run(arguments: argparse.Namespace) -> int:
    """Open the window and return the exit code when it was closed."""
    # A variable of the environment is set while there is no other thread to read it.
    settle_latency()
    try:
        configuration = configure(arguments.library, demo=arguments.demo)
    except AddressRefused as error:
        print(f"The service's address cannot be used: {error}.", file=sys.stderr)
        return _BAD_ADDRESS
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Rushes")
    application.setDesktopFileName("app.rushes.Rushes")
    owner = owner_of(Layout(configuration.library).lock)
    if owner is not None and _is_shown_already(configuration, owner):
        return 0
    application.setQuitOnLastWindowClosed(False)
    window = MainWindow(configuration.settings)
    # A show-piece has the usual shape, whatever was left by a person.
    values = read_values(configuration.state_file) if arguments.show_me is None else {}
    window.restore_place(values.get("geometry"))
    _paint_first(application, window)
    painted = time.monotonic()
    _furnish(application, window, configuration, values)
    return _run_session(application, window, configuration, arguments, painted)


def _paint_first(application: QApplication, window: MainWindow) -> None:
    """Show the window and return when it is on the screen; all that is heavy comes after."""
    waiting = QEventLoop(application)
    window.first_painted.connect(waiting.quit)
    # A window that starts minimised or covered is not painted at all.
    QTimer.singleShot(_LONGEST_WAIT_FOR_PAINT, waiting.quit)
    window.show()
    waiting.exec()


def _furnish(
    application: QApplication,
    window: MainWindow,
    configuration: Configuration,
    values: dict[str, object],
) -> None:
    from rushes.ui.theme.theme import Theme, apply_theme
    from rushes.ui.translation import install_language
    from rushes.ui.window.appearance import theme_settings

    install_language(application, configuration.settings.language)
    apply_theme(application, Theme.from_settings(theme_settings(configuration.settings)))
    window.furnish()
    window.restore_shape(values)
    draft = values.get("draft")
    window.compose.restore_draft(draft if isinstance(draft, dict) else {})
    window.compose.focus_prompt()


def _run_session(
    application: QApplication,
    window: MainWindow,
    configuration: Configuration,
    arguments: argparse.Namespace,
    painted: float,
) -> int:
    from rushes.engine.logs import log_to
    from rushes.simulator.child import ChildSimulator
    from rushes.ui.event_loop import run_until_done
    from rushes.ui.window.window_sessions import WindowSessions

    log_to(configuration.log_file, configuration.credentials.secrets)
    own_service = ChildSimulator() if configuration.is_demo else None
    sessions = WindowSessions(window, configuration, own_service)
    session = sessions.now
    if arguments.show_me is not None:
        from rushes.ui.window.show_me import show_the_main_job

        work = show_the_main_job(session, window, arguments.show_me)
    elif arguments.exit_after_first_paint:
        from rushes.ui.window.start_figures import measure_start

        work = measure_start(session, window, painted)
    else:
        work = sessions.run()
    return run_until_done(application, work)


def _is_shown_already(configuration: Configuration, owner: dict[str, object]) -> bool:
    """A second start: say who has the library; tell whether its window came to the front.

    Where it has none, this one's says so.
    """
    from rushes.domain.error_words import words_for
    from rushes.domain.errors import LibraryInUse
    from rushes.ui.window.raise_channel import raise_first_window

    who = f"{owner.get('program', 'rushes')}, process {owner.get('pid', 'unknown')}"
    words = words_for(LibraryInUse(who))
    print(f"{words.happened} It is open in: {who}.", file=sys.stderr)
    return raise_first_window(configuration.library)
