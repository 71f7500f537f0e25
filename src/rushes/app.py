"""The window: composition, from arguments to the end of the session."""

import argparse
import sys
import time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from rushes.domain.error_words import words_for
from rushes.domain.errors import LibraryInUse
from rushes.domain.origins import AddressRefused
from rushes.engine.configuration import Configuration, configure
from rushes.library.layout import Layout
from rushes.library.ownership import owner_of
from rushes.library.state_file import read_values
from rushes.ui.theme.theme import Theme, apply_theme
from rushes.ui.translation import install_language
from rushes.ui.window.appearance import theme_settings
from rushes.ui.window.main_window import MainWindow

_IN_USE = 6


def run(arguments: argparse.Namespace) -> int:
    """Open the window and return the exit code when it was closed."""
    try:
        configuration = configure(arguments.library, demo=arguments.demo)
    except AddressRefused as error:
        print(f"The service's address cannot be used: {error}.", file=sys.stderr)
        return 2
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Rushes")
    application.setDesktopFileName("app.rushes.Rushes")
    owner = owner_of(Layout(configuration.library).lock)
    if owner is not None:
        return _hand_over(configuration, owner)
    application.setQuitOnLastWindowClosed(False)
    install_language(application, configuration.settings.language)
    apply_theme(application, Theme.from_settings(theme_settings(configuration.settings)))
    window = MainWindow()
    # A show-piece has the usual shape, whatever was left by a person.
    values = read_values(configuration.state_file) if arguments.show_me is None else {}
    window.restore_shape(values)
    window.compose.restore_draft(values.get("draft", {}))
    _paint_first(application, window)
    painted = time.monotonic()
    return _run_session(application, window, configuration, arguments, painted)


def _paint_first(application: QApplication, window: MainWindow) -> None:
    """Show the window and return when it is on the screen; all that is heavy comes after."""
    waiting = QEventLoop(application)
    window.first_painted.connect(waiting.quit)
    window.close_requested.connect(waiting.quit)
    window.show()
    window.compose.focus_prompt()
    waiting.exec()


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
    from rushes.ui.window.session import Session
    from rushes.ui.window.window_menus import WindowMenus

    log_to(configuration.log_file, configuration.credentials.token)
    own_service = ChildSimulator() if configuration.is_demo else None
    session = Session(window, configuration, own_service)
    WindowMenus(window, session)
    if arguments.show_me is not None:
        from rushes.ui.window.show_me import show_the_main_job

        work = show_the_main_job(session, window, arguments.show_me)
    elif arguments.exit_after_first_paint:
        from rushes.ui.window.start_figures import measure_start

        work = measure_start(session, window, painted)
    else:
        work = session.run()
    return run_until_done(application, work)


def _hand_over(configuration: Configuration, owner: dict[str, object]) -> int:
    """A second start: have the first window come to the front, and say who has the library."""
    from rushes.ui.window.raise_channel import raise_first_window

    who = f"{owner.get('program', 'rushes')}, process {owner.get('pid', 'unknown')}"
    words = words_for(LibraryInUse(who))
    print(f"{words.happened} It is open in: {who}.", file=sys.stderr)
    return 0 if raise_first_window(configuration.library) else _IN_USE
