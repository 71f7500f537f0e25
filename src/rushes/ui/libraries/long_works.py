"""Long works on the open library: one at a time, seen on a card, told when they are done."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from rushes.domain.error_words import words_for
from rushes.domain.errors import RushesError, WorkStopped
from rushes.domain.progress import LongWork, Progress
from rushes.engine.backups import place_for_backup
from rushes.engine.imports import ImportSummary, import_from
from rushes.engine.tasks import Tasks
from rushes.library.library import Library
from rushes.ui.libraries.told_sheet import closing_sheet, told_sheet
from rushes.ui.libraries.work_card import WorkCard
from rushes.ui.translation import translated_words
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.main_window import MainWindow

Done = Callable[[], object]


class LongWorks(QObject):
    """Begins them, shows how far they are, and says what came of them.

    Args:
        window: over its Viewer the card lies.
        library: the library that is open.
        tasks: hold what is under way.

    Attributes:
        card: shows the work under way, or None.
    """

    def __init__(self, window: MainWindow, library: Library, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._tasks = tasks
        self.card: WorkCard | None = None

    def import_from(self, source: Path) -> None:
        """Import a library or a folder of clips."""
        name = source.name or str(source)
        title = _tr("Importing {name}").format(name=name)

        async def work(long: LongWork) -> Done:
            summary = await import_from(self._library, source, long)
            return lambda: self._tell_import(summary)

        self._begin(title, _tr("{name} was not imported.").format(name=name), work)

    def back_up(self, chosen: Path) -> None:
        """Save the library into a folder, or into one of its own in it."""
        root = self._library.layout.root

        async def work(long: LongWork) -> Done:
            target = await asyncio.to_thread(place_for_backup, chosen, root)
            summary = await self._library.save_into(target, long)
            text = _trn("Backed up: %n file(s) were new.", summary.files)
            if summary.shares_drive:
                beside = _tr("It is on the same drive as the clips, and would be lost with it.")
                text = f"{text} {beside}"
            return lambda: self._window.toast.show_message(
                text,
                act=_tr("Show folder"),
                icon="folder",
                wish=lambda: show_on_desktop(target),
            )

        title = _tr("Backing up {name}").format(name=root.name)
        self._begin(title, _tr("The library was not backed up."), work)

    def _begin(self, title: str, failed: str, work: Callable[[LongWork], Awaitable[Done]]) -> None:
        if self.card is not None:
            text = _tr("Something else goes on still: {title}.")
            self._window.toast.show_message(text.format(title=self.card.title.text()))
            return
        self.card = card = WorkCard(title, self._window.viewer)
        loop = asyncio.get_running_loop()
        latest: list[Progress] = []

        def show() -> None:
            if latest and self.card is card:
                card.show_progress(latest.pop())
                latest.clear()

        def tell(progress: Progress) -> None:
            # On whichever thread works; a card shows the newest of what came meanwhile.
            if not latest:
                loop.call_soon_threadsafe(show)
            latest.append(progress)

        long = LongWork(tell)
        card.cancel_requested.connect(lambda: long.stop())
        self._tasks.spawn(self._run(work, long, failed), title)

    async def _run(
        self, work: Callable[[LongWork], Awaitable[Done]], long: LongWork, failed: str
    ) -> None:
        done: Done = lambda: None  # noqa: E731
        try:
            done = await work(long)
        except WorkStopped as error:
            words = translated_words(words_for(error)).sentence
            done = lambda: self._window.toast.show_message(f"{failed} {words}")  # noqa: E731
        except RushesError as error:
            told = error
            done = lambda: told_sheet(self._window, failed, told).show_over(self._window)  # noqa: E731
        finally:
            long.stop(stays=True)
            if self.card is not None:
                card, self.card = self.card, None
                card.leave()
        done()

    def _tell_import(self, summary: ImportSummary) -> None:
        text = import_words(summary)
        if not (summary.unread or summary.held or summary.unknown or summary.missing):
            self._window.toast.show_message(text)
            return
        self._window.toast.show_message(
            text, act=_tr("More…"), icon="info", wish=lambda: self._show_import(summary)
        )

    def _show_import(self, summary: ImportSummary) -> None:
        title = _tr("Imported")
        closing_sheet(self._window, title, import_lines(summary)).show_over(self._window)


def import_words(summary: ImportSummary) -> str:
    """Return what came of an import in one line: ``212 added, 14 were here already, …``."""
    parts = [_trn("%n added", summary.added)]
    if summary.here:
        parts.append(_trn("%n were here already", summary.here))
    if summary.unread:
        parts.append(_trn("%n could not be read", len(summary.unread)))
    if summary.is_stopped:
        parts.append(_tr("stopped before the end"))
    return ", ".join(parts)


def import_lines(summary: ImportSummary) -> list[str]:
    """Return all that there is to say of an import."""
    lines = [import_words(summary)]
    if summary.held:
        lines.append(_trn("%n job(s) waited there and are held: nothing is sent.", summary.held))
    if summary.unknown:
        lines.append(
            _trn(
                "%n clip(s) do not say how they were made; find them by tag:imported.",
                summary.unknown,
            )
        )
    if summary.missing:
        lines.append(_trn("%n job(s) have no clip: its file was missing.", summary.missing))
    if summary.unread:
        names = ", ".join(summary.unread[:_MOST_NAMES])
        more = "…" if len(summary.unread) > _MOST_NAMES else ""
        lines.append(_tr("Not read: {names}").format(names=names + more))
    return lines


_MOST_NAMES = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)


def _trn(text: str, number: int) -> str:
    return QCoreApplication.translate("Libraries", text, "", number)
