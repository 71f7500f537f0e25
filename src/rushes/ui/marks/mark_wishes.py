"""Leads what keys and controls ask of marks to those who carry it out."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from rushes.domain.mark_changes import MarkChange
from rushes.library.announcements import JobEntry
from rushes.ui.marks.mark_editors import MarkEditors
from rushes.ui.marks.mark_keys import MarkCommand, MarkWish, NoteWish
from rushes.ui.marks.marking import Marking


class MarkedList(Protocol):
    """A list of takes: its signal tells a `MarkWish` and the keys of the chosen jobs."""

    mark_requested: SignalInstance

    @property
    def current(self) -> JobEntry | None:
        """The job that the keyboard is at."""
        ...


class Advancing(Protocol):
    """A row of takes that may go on to the next one after a mark."""

    @property
    def advances(self) -> bool:
        """Whether it does."""
        ...

    @property
    def current(self) -> JobEntry | None:
        """The take that is shown."""
        ...

    def show_next(self) -> None:
        """Go on to the next take, if there is one."""
        ...


class MarkWishes(QObject):
    """Connects the places where marks are given with what carries them out.

    Args:
        marking: carries them out.
        shown: the job whose picture is looked at: the current one, in a comparison the chosen one.
        strip: goes on after a mark by key, where a person wants that.
        editors: where tags and notes are typed; without them such wishes are passed over.
    """

    def __init__(
        self,
        marking: Marking,
        shown: Callable[[], JobEntry | None],
        strip: Advancing | None = None,
        editors: MarkEditors | None = None,
    ) -> None:
        super().__init__(marking)
        self._marking = marking
        self._shown = shown
        self._strip = strip
        self._editors = editors

    def take_keys_from(self, signal: SignalInstance) -> None:
        """Mark the shown job at every `MarkWish` of a signal, such as the stage's."""
        signal.connect(self.wish)

    def take_clicks_from(self, signal: SignalInstance) -> None:
        """Mark the shown job at every `MarkWish` of a signal of controls: the strip stays."""
        signal.connect(lambda wish: self.wish(wish, by_key=False))

    def wish(self, wish: MarkWish, *, by_key: bool = True) -> None:
        """Carry out a wish for the shown job; by key, the strip may go on after it."""
        shown = self._shown()
        keys = () if shown is None else (shown.key,)
        onwards = self._strip if by_key else None
        self._on_wish(wish, keys, shown, onwards, is_looked_at=True)

    def take_jobs_from(self, signal: SignalInstance) -> None:
        """Mark at every signal that tells a job's id and a `MarkChange`."""
        signal.connect(self._marking.mark_job)

    def take_list(self, jobs: MarkedList, onwards: Advancing | None = None) -> None:
        """Mark all that is chosen in a list; after a mark `onwards` goes on, or else the strip."""
        following = self._strip if onwards is None else onwards
        jobs.mark_requested.connect(
            lambda wish, keys: self._on_wish(wish, keys, jobs.current, following)
        )

    def _on_wish(
        self,
        wish: MarkWish,
        keys: Sequence[int],
        current: JobEntry | None,
        onwards: Advancing | None,
        *,
        is_looked_at: bool = False,
    ) -> None:
        if wish is MarkCommand.UNDO:
            self._marking.undo()
        elif wish is MarkCommand.REDO:
            self._marking.redo()
        elif isinstance(wish, MarkCommand | NoteWish):
            self._type(wish, keys, current, is_looked_at=is_looked_at)
        elif keys:
            self._marking.mark(keys, wish, current)
            if isinstance(wish, MarkChange) and onwards is not None:
                _advance(onwards, keys)

    def _type(
        self,
        wish: MarkCommand | NoteWish,
        keys: Sequence[int],
        current: JobEntry | None,
        *,
        is_looked_at: bool,
    ) -> None:
        editors = self._editors
        if editors is None:
            return
        if wish is MarkCommand.TAGS:
            editors.edit_tags(keys, current)
        elif wish is MarkCommand.GOOD_RANGE:
            # In and Out are those of the Viewer, whatever else is chosen.
            editors.mark_good_range(self._shown())
        elif isinstance(wish, NoteWish):
            on_frame = wish.frame is not None
            editors.write_note(keys, current, on_frame=on_frame, frame=wish.frame)
        else:
            editors.write_note(keys, current, on_frame=is_looked_at)


def _advance(onwards: Advancing, keys: Sequence[int]) -> None:
    """Go on after a mark of the one take that is current."""
    current = onwards.current
    if onwards.advances and current is not None and tuple(keys) == (current.key,):
        onwards.show_next()
