"""Leads what keys and controls ask of marks to those who carry it out."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from rushes.domain.marks import MarkChange
from rushes.library.announcements import JobEntry
from rushes.ui.marks.mark_keys import MarkCommand, MarkWish
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
    """

    def __init__(
        self,
        marking: Marking,
        shown: Callable[[], JobEntry | None],
        strip: Advancing | None = None,
    ) -> None:
        super().__init__(marking)
        self._marking = marking
        self._shown = shown
        self._strip = strip

    def take_keys_from(self, signal: SignalInstance) -> None:
        """Mark the shown job at every `MarkWish` of a signal, such as the stage's."""
        signal.connect(lambda wish: self._on_wish(wish, self._keys_shown(), self._shown()))

    def take_clicks_from(self, signal: SignalInstance) -> None:
        """Mark the shown job at every `MarkWish` of a signal of controls: the strip stays."""
        signal.connect(
            lambda wish: self._on_wish(wish, self._keys_shown(), self._shown(), by_key=False)
        )

    def take_jobs_from(self, signal: SignalInstance) -> None:
        """Mark at every signal that tells a job's id and a `MarkChange`."""
        signal.connect(self._marking.mark_job)

    def take_list(self, jobs: MarkedList) -> None:
        """Mark all that is chosen in a list."""
        jobs.mark_requested.connect(lambda wish, keys: self._on_wish(wish, keys, jobs.current))

    def _keys_shown(self) -> Sequence[int]:
        shown = self._shown()
        return () if shown is None else (shown.key,)

    def _on_wish(
        self,
        wish: MarkWish,
        keys: Sequence[int],
        current: JobEntry | None,
        *,
        by_key: bool = True,
    ) -> None:
        if wish is MarkCommand.UNDO:
            self._marking.undo()
        elif wish is MarkCommand.REDO:
            self._marking.redo()
        elif isinstance(wish, MarkChange):
            self._marking.mark(keys, wish, current)
            if by_key:
                self._advance(keys)

    def _advance(self, keys: Sequence[int]) -> None:
        strip = self._strip
        if strip is None or not strip.advances or strip.current is None:
            return
        if tuple(keys) == (strip.current.key,):
            strip.show_next()
