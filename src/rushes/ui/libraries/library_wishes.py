"""What a person wishes of whole libraries, passed from the menus to the session."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from rushes.domain.errors import LibraryNotWritable, RushesError
from rushes.engine.backups import place_for_restored
from rushes.engine.errands import ErrandKind, OpenAnother
from rushes.engine.moves import (
    MoveLibrary,
    MoveMedia,
    RestoreLibrary,
    give_up,
    going_on,
    place_for_library,
    place_for_media,
)
from rushes.engine.portable import place_for_portable, program_folder
from rushes.library.library_look import look_at_library, look_for_new
from rushes.library.moving.journal import Move
from rushes.library.recent_libraries import is_there, recent_libraries
from rushes.library.saving import SavedLibrary, read_card
from rushes.ui.components.menu import Menu
from rushes.ui.libraries.choice_sheet import Answer, choice_sheet
from rushes.ui.libraries.dropped_clip import DroppedClip
from rushes.ui.libraries.errand_words import not_done_title
from rushes.ui.libraries.folder_dialog import ask_for_folder
from rushes.ui.libraries.library_menu import LibraryMenu
from rushes.ui.libraries.long_works import LongWorks
from rushes.ui.libraries.told_sheet import told_sheet
from rushes.ui.window.desktop_folders import show_on_desktop
from rushes.ui.window.main_window import MainWindow
from rushes.ui.window.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_NOT_IN_DEMO = ("open", "new", "import", "restore", "move", "move_media", "portable")


class LibraryWishes(QObject):
    """Fills the menus of libraries, and carries out what is wished there.

    Attributes:
        works: long works on the library that is open.
        dialog: the system's dialog for a folder, while it is open.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._gone: set[Path] = set()
        self._menus: list[LibraryMenu] = []
        self.dialog: QFileDialog | None = None
        self.works = LongWorks(window, session.library, session.tasks)
        DroppedClip(window, session.tasks)
        menu = Menu("", window)
        window.top_bar.library.setMenu(menu)
        self.fill(menu)

    @property
    def root(self) -> Path:
        """The folder of the library that is open."""
        return self._session.library.layout.root

    def fill(self, menu: Menu, *, has_keys: bool = False) -> None:
        """Have a menu offer libraries."""
        filled = LibraryMenu(menu, has_keys=has_keys)
        self._menus.append(filled)
        filled.library_requested.connect(self.open_library)
        filled.open_requested.connect(self.ask_for_library)
        filled.new_requested.connect(self.ask_for_new)
        filled.import_requested.connect(self.ask_what_to_import)
        filled.back_up_requested.connect(self.ask_where_to_back_up)
        filled.restore_requested.connect(self.ask_what_to_restore)
        filled.portable_requested.connect(self.make_portable)
        filled.move_requested.connect(self.ask_where_to_move)
        filled.move_media_requested.connect(self.ask_where_to_move_media)
        filled.show_requested.connect(lambda: show_on_desktop(self.root))
        filled.acts["portable"].setVisible(place_for_portable(program_folder()) is not None)
        if self._session.is_demo:
            filled.hold(_NOT_IN_DEMO, _tr("The demo has a library of its own."))
        menu.aboutToShow.connect(self._on_menu_about_to_show)
        self._show_libraries(filled)

    def ask_for_library(self) -> None:
        """Ask which library to open."""
        title = _tr("Open a library: the folder in which rushes.db lies")
        self._ask(title, self.root.parent, self.open_library)

    def ask_for_new(self) -> None:
        """Ask where to make another library."""
        title = _tr("New library: an empty folder")
        self._ask(title, self.root.parent, self.make_library)

    def open_library(self, root: Path) -> None:
        """Open another library in this window."""
        self._spawn(self._open(root), "open library")

    def make_library(self, root: Path) -> None:
        """Make a library in a folder and open it; one that is there already is opened."""
        self._spawn(self._make(root), "make library")

    def ask_what_to_import(self) -> None:
        """Ask which library, or which folder of clips, to import."""
        title = _tr("Import: another library, or a folder of clips")
        self._ask(title, self.root.parent, self.works.import_from)

    def ask_where_to_back_up(self) -> None:
        """Ask which folder the library is saved into."""
        title = _tr("Back up: a folder for it, or that of an earlier backup")
        self._ask(title, self.root.parent, self.works.back_up)

    def ask_what_to_restore(self) -> None:
        """Ask which backup is restored, and then where."""
        title = _tr("Restore: the folder that a backup was made in")
        self._ask(title, self.root.parent, self.restore)

    def restore(self, saved: Path) -> None:
        """Ask where a backup goes, and restore it."""
        self._spawn(self._restore(saved), "restore")

    def make_portable(self) -> None:
        """Make a library beside the program, and open it."""
        place = place_for_portable(program_folder())
        if place is not None:
            self.make_library(place)

    async def _restore(self, saved: Path) -> None:
        try:
            card = await asyncio.to_thread(read_card, saved)
        except RushesError as error:
            self.tell(not_done_title(saved, ErrandKind.RESTORE), error)
            return
        made = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(card.made_at)), QLocale.FormatType.ShortFormat
        )
        text = _tr("Backup of {name}, made on {date}").format(name=card.name, date=made)
        lines = [
            _tr("Nothing is sent by it: jobs that waited in it are held until you say so."),
            _tr("A library that gives way to it is kept beside it."),
        ]
        configuration, root = self._session.configuration, self.root
        title = _tr("Restore: an empty folder")
        into = partial(self._ask, title, root.parent, partial(self._restore_into, saved, card))
        answers: list[Answer] = [
            (_tr("Into another folder…"), into),
            (
                _tr("In the place of this library"),
                lambda: self._session.leave_for(RestoreLibrary(configuration, saved, root)),
            ),
        ]
        choice_sheet(self._window, text, lines, answers).show_over(self._window)

    def _restore_into(self, saved: Path, card: SavedLibrary, chosen: Path) -> None:
        async def restore() -> None:
            configuration = self._session.configuration
            try:
                target = await asyncio.to_thread(place_for_restored, chosen, card)
            except RushesError as error:
                self.tell(not_done_title(saved, ErrandKind.RESTORE), error)
            else:
                self._session.leave_for(RestoreLibrary(configuration, saved, target))

        self._spawn(restore(), "restore")

    def ask_where_to_move(self) -> None:
        """Ask where the library is to be."""
        title = _tr("Move the library: the folder in which it is to be")
        self._ask(title, self.root.parent, self.move_library)

    def ask_where_to_move_media(self) -> None:
        """Ask where the clips are to lie; those that lie elsewhere can come home as well."""
        title = _tr("Move the clips: the folder in which they are to be")
        choose = partial(self._ask, title, self.root.parent, self.move_media)
        if not self._session.library.media.was_elsewhere:
            choose()
            return
        lines = [_tr("They lie outside of the library’s folder.")]
        answers: list[Answer] = [
            (_tr("Bring them into the library"), lambda: self.move_media(None)),
            (_tr("Another folder…"), choose),
        ]
        choice_sheet(self._window, _tr("Where are the clips to be?"), lines, answers).show_over(
            self._window
        )

    def move_library(self, chosen: Path) -> None:
        """Move the library into a folder, once what runs is finished."""
        self._spawn(self._move(chosen), "move library")

    def move_media(self, chosen: Path | None) -> None:
        """Move the clips into a folder, or with None into the library's own."""
        self._spawn(self._move_media(chosen), "move clips")

    def offer_to_go_on(self, move: Move) -> None:
        """Ask what becomes of a move that was broken off while it copied."""
        configuration = self._session.configuration
        text = _tr("It was being copied to {place}. Everything is still where it was.")
        answers: list[Answer] = [
            (_tr("Go on"), lambda: self._session.leave_for(going_on(configuration, move))),
            (
                _tr("Give it up"),
                lambda: self._spawn(give_up(configuration, move), "give up move"),
            ),
        ]
        title = _tr("The move was not finished")
        lines = [text.format(place=move.target)]
        choice_sheet(self._window, title, lines, answers).show_over(self._window)

    async def _move(self, chosen: Path) -> None:
        try:
            target = await asyncio.to_thread(place_for_library, chosen, self.root)
        except OSError as error:
            self.tell(not_done_title(chosen, ErrandKind.MOVE), LibraryNotWritable(str(error)))
        else:
            self._session.leave_for(MoveLibrary(self._session.configuration, target))

    async def _move_media(self, chosen: Path | None) -> None:
        target = chosen
        try:
            if chosen is not None:
                target = await asyncio.to_thread(place_for_media, chosen, self.root)
        except OSError as error:
            title = not_done_title(chosen or self.root, ErrandKind.MOVE_MEDIA)
            self.tell(title, LibraryNotWritable(str(error)))
        else:
            self._session.leave_for(MoveMedia(self._session.configuration, target))

    async def _open(self, root: Path) -> None:
        if root == self.root:
            return
        try:
            found = await asyncio.to_thread(look_at_library, root)
        except RushesError as error:
            self.tell(not_done_title(root), error)
        else:
            self._session.leave_for(OpenAnother(found))

    async def _make(self, root: Path) -> None:
        if await asyncio.to_thread(is_there, root):
            await self._open(root)
            return
        try:
            found = await asyncio.to_thread(look_for_new, root)
        except RushesError as error:
            self.tell(not_done_title(root, ErrandKind.MAKE), error)
        else:
            self._session.leave_for(OpenAnother(found, is_new=True))

    def tell(self, title: str, error: RushesError) -> None:
        """Say what did not come of a wish, and why."""
        told_sheet(self._window, title, error).show_over(self._window)

    def _ask(self, title: str, start: Path, chosen: Callable[[Path], object]) -> None:
        self.dialog = ask_for_folder(self._window, title, start, chosen)
        self.dialog.finished.connect(self._on_dialog_finished)

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._session.tasks.spawn(work, name)

    def _on_menu_about_to_show(self) -> None:
        for menu in self._menus:
            self._show_libraries(menu)
        self._spawn(self._look_for_them(), "look for libraries")

    async def _look_for_them(self) -> None:
        """Find out which are there, where nobody waits for a drive that sleeps."""
        roots = [each.root for each in recent_libraries(self._session.settings.recent_libraries)]
        answers = await asyncio.to_thread(lambda: [is_there(root) for root in roots])
        gone = {root for root, found in zip(roots, answers, strict=True) if not found}
        if gone != self._gone:
            self._gone = gone
            for menu in self._menus:
                self._show_libraries(menu)

    def _show_libraries(self, menu: LibraryMenu) -> None:
        known = recent_libraries(self._session.settings.recent_libraries)
        libraries = known if not self._session.is_demo else []
        menu.show_libraries(libraries, self.root, self._gone)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)
