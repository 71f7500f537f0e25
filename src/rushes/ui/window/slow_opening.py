"""Says in the Viewer that a library is being opened, where that takes more than a moment."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from rushes.ui.viewer.panel import ViewerPanel

SECONDS = 1.0
"""How long a person is not told of it: most libraries are open by then."""


@contextmanager
def slow_opening_told(viewer: ViewerPanel) -> Iterator[None]:
    """Tell of the opening that is done meanwhile; a database may be brought up to date, or made
    anew from what was damaged, which takes a minute where there are many takes."""
    told = []

    def tell() -> None:
        told.append(True)
        viewer.show_message("in_progress", _tr("Opening the library"), _words())

    later = asyncio.get_running_loop().call_later(SECONDS, tell)
    try:
        yield
    finally:
        later.cancel()
        if told:
            viewer.show_empty()


def _words() -> str:
    return "\n".join(
        (
            _tr("Its database is checked, and made again where it is damaged or of an older kind."),
            _tr("With many takes that is a minute or two. Everything is kept."),
        )
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlowOpening", text)
