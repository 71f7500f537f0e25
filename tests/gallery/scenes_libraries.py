"""Libraries: their button and menu, the page between two of them, cards and sheets."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.errors import LibraryInUse, LibraryTooNew, NoRoomThere, RushesError
from rushes.domain.progress import Progress
from rushes.engine.errands import Errand, ErrandKind, OpenAnother
from rushes.engine.imports import ImportSummary
from rushes.library.recent_libraries import recent_libraries
from rushes.ui.components.menu import Menu
from rushes.ui.libraries.choice_sheet import choice_sheet
from rushes.ui.libraries.errand_words import not_done_title
from rushes.ui.libraries.library_button import LibraryButton
from rushes.ui.libraries.library_menu import LibraryMenu
from rushes.ui.libraries.long_works import import_lines
from rushes.ui.libraries.told_sheet import closing_sheet, told_sheet
from rushes.ui.libraries.turning_page import TurningPage
from rushes.ui.libraries.work_card import WorkCard
from rushes.ui.theme.theme import current_theme

_PLACE = Path("/home/ada/Films/Harbour")
_HELD: list[QWidget] = []


class _Moving:
    kind = ErrandKind.MOVE
    place = Path("/media/ada/Big drive/Northlight")

    async def carry_out(self, work: object) -> Path:
        return self.place


def _tr(text: str) -> str:
    return QCoreApplication.translate("Libraries", text)


def _menu() -> QWidget:
    menu = Menu()
    filled = LibraryMenu(menu, has_keys=True)
    paths = ["/home/ada/Northlight", str(_PLACE), "/media/stick/Harbour", "/mnt/old/Winter & sea"]
    known = recent_libraries(paths)
    filled.show_libraries(known, known[0].root, {known[3].root})
    filled.acts["portable"].setVisible(False)
    menu.adjustSize()
    return menu


def _button() -> QWidget:
    room = QWidget()
    layout = QVBoxLayout(room)
    for name in ("Northlight", "A very long name of a library that does not fit"):
        button = LibraryButton(room)
        button.show_library(name, f"/home/ada/{name}")
        layout.addWidget(button)
    return room


def _page(errand: Errand, progress: Progress | None = None) -> QWidget:
    window = QWidget()
    window.resize(current_theme().px(1120), current_theme().px(640))
    page = TurningPage(window, errand)
    page.show_over()
    page.reveal()
    if progress is not None:
        page.show_progress(progress)
    return window


def _card() -> QWidget:
    room = QWidget()
    room.resize(current_theme().px(480), current_theme().px(200))
    card = WorkCard(_tr("Importing {name}").format(name="Harbour"), room)
    card.show_progress(Progress("importing", 212, 1284, "A log cabin under the northern lights"))
    return room


def _sheet(make: Callable[[QWidget], QWidget]) -> QWidget:
    holder = QWidget()
    _HELD.append(holder)
    sheet = make(holder)
    sheet.adjustSize()
    return sheet


def _told(error: RushesError, kind: ErrandKind = ErrandKind.OPEN) -> QWidget:
    return _sheet(lambda holder: told_sheet(holder, not_done_title(_PLACE, kind), error))


def _imported() -> QWidget:
    summary = ImportSummary(
        added=212, here=14, unread=["broken.mp4", "IMG_0042.mov", "draft.png"], unknown=9, held=2,
        missing=1,
    )  # fmt: skip
    return _sheet(lambda holder: closing_sheet(holder, _tr("Imported"), import_lines(summary)))


def _choice() -> QWidget:
    text = _tr("It was being copied to {place}. Everything is still where it was.")
    lines = [text.format(place="/media/ada/Big drive")]
    answers = [(_tr("Go on"), lambda: None), (_tr("Give it up"), lambda: None)]
    title = _tr("The move was not finished")
    return _sheet(lambda holder: choice_sheet(holder, title, lines, answers))


SCENES = {
    "library-menu": _menu,
    "library-button": _button,
    "library-opening": lambda: _page(OpenAnother(_PLACE)),
    "library-moving": lambda: _page(
        _Moving(), Progress("copying", 12_400_000_000, 48_100_000_000, "2026-11/0193.mp4")
    ),
    "library-card": _card,
    "library-in-use": lambda: _told(LibraryInUse("Rushes, process 4242")),
    "library-too-new": lambda: _told(LibraryTooNew("schema 9")),
    "library-no-room": lambda: _told(NoRoomThere(48_100_000_000, 12_000_000_000), ErrandKind.MOVE),
    "library-imported": _imported,
    "library-unfinished": _choice,
}
