"""What the Details panel tells of: the current take, or those that are chosen together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from rushes.library.announcements import JobEntry
from rushes.ui.marks.mark_wishes import MarkWishes
from rushes.ui.window.main_window import MainWindow

_FEWEST = 2

Chosen = Callable[[], Sequence[int]]
"""Tells the keys of what is chosen in a list."""


class _Staying:
    """Whoever presses a button in Details looks at this very take: nothing goes on by itself."""

    advances = False
    current: JobEntry | None = None

    def show_next(self) -> None:
        """Stay."""


class ShownDetails(QObject):
    """Keeps Details at what is chosen, and leads what is asked there to where it is done.

    Of the lists in which takes can be chosen, the one counts where that was done last.
    """

    def __init__(self, window: MainWindow, wishes: MarkWishes) -> None:
        super().__init__(window)
        self._window = window
        self._entry: JobEntry | None = None
        self._lists: dict[str, Chosen] = {
            "history": lambda: window.history.chosen_keys,
            "takes": lambda: window.takes.selected_keys,
            "filmstrip": lambda: window.filmstrip.selected_keys,
        }
        self._changed: list[str] = []
        self._chosen: dict[str, tuple[int, ...]] = {}
        # Choosing thousands moves current take and selection many times over.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        window.history.chosen_changed.connect(lambda: self._note("history"))
        window.takes.selection_changed.connect(lambda: self._note("takes"))
        window.filmstrip.selection_changed.connect(lambda: self._note("filmstrip"))
        window.docks.changed.connect(self._soon.start)
        details = window.details
        wishes.take_list(details, _Staying())
        wishes.take_list(details.by_key)
        details.place_requested.connect(window.viewer.seek)

    def show(self, entry: JobEntry | None) -> None:
        """Know the current take, as it is now."""
        self._entry = entry
        self._soon.start()

    def forget(self) -> None:
        """Nothing is chosen any more; before the library is closed."""
        self._soon.stop()
        self._entry = None
        self._changed.clear()
        self._chosen.clear()

    def _note(self, name: str) -> None:
        if name not in self._changed:
            self._changed.append(name)
        self._soon.start()

    def _tell(self) -> None:
        details = self._window.details
        if not details.isVisible():
            return
        for name in self._changed:
            self._chosen.pop(name, None)
            keys = tuple(self._lists[name]())
            if len(keys) >= _FEWEST:
                # What was changed last stands last.
                self._chosen[name] = keys
        self._changed.clear()
        together = next(reversed(self._chosen.values()), ())
        entry = self._entry
        if together and (entry is None or entry.key in together):
            details.show_chosen(together)
        else:
            details.show_current(entry)
