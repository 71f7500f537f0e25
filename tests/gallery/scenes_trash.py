"""The trash: its bar, what is asked before something goes, progress, and the menus of jobs."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.job import Job
from rushes.domain.selection import Selection, selection_of
from rushes.domain.states import JobState
from rushes.library.trash import Emptied, TrashContents
from rushes.ui.components.menu import Menu
from rushes.ui.history.job_menu import JobMenuRows
from rushes.ui.job_acts.progress_bar import ProgressBar
from rushes.ui.trash.emptying_sheets import AskingSheet, EmptyingSheet, NoTrashSheet
from rushes.ui.trash.running_question import RunningQuestion
from rushes.ui.trash.trash_bar import TrashBar
from rushes.ui.trash.trash_view import TRASH_QUERY
from tests.gallery.scenes_history import _job, _ready

_ACTS = (
    *("open", "use_all", "remix", "use_prompt", "use_seed", "compare", "tags", "albums"),
    *("show_in_history", "reveal", "copy_files", "copy_paths", "copy_prompts", "copy_curl"),
    *("locate", "cancel"),
    *("trash", "restore", "remove"),
)


def _host(width: int, height: int) -> QWidget:
    host = QWidget()
    host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    host.resize(QSize(width, height))
    return host


def _question(width: int, height: int, chosen: Selection) -> Callable[[], QWidget]:
    def build() -> QWidget:
        host = _host(width, height)
        RunningQuestion(host, chosen).ask()
        return host

    return build


def _bar(width: int, contents: TrashContents) -> Callable[[], QWidget]:
    def build() -> QWidget:
        bar = TrashBar()
        bar.show_query(TRASH_QUERY)
        bar.show_contents(contents)
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.resize(width, 10)
        bar.resize(width, bar.heightForWidth(width))
        return bar

    return build


def _progress() -> QWidget:
    host = _host(428, 120)
    title = QCoreApplication.translate("Trashing", "Emptying the trash")
    bar = ProgressBar(host, title)
    bar.tell(2_400, 10_000)
    bar._appear()
    return host


def _sheet(make: Callable[[QWidget], AskingSheet]) -> Callable[[], QWidget]:
    def build() -> QWidget:
        host = QWidget()
        sheet = make(host)
        sheet.setParent(None)
        sheet.setWindowFlag(Qt.WindowType.Popup, False)
        sheet.adjustSize()
        return sheet

    return build


def _menu(job: Callable[[], Job], chosen: Callable[[Job], Selection]) -> Callable[[], QWidget]:
    def build() -> QWidget:
        menu, made = Menu(), job()
        acts = {name: lambda: None for name in _ACTS}
        rows = JobMenuRows(menu, made, chosen(made), acts)
        rows.fill(lambda _: None)
        menu.adjustSize()
        return menu

    return build


def _take() -> Job:
    return _ready("A log cabin under the northern lights", 30, "night", 6.06, "cabin")


SCENES = {
    "trash-question": _question(428, 260, Selection(jobs=5, with_file=3, running=2, can_cancel=2)),
    "trash-question-mixed": _question(
        428, 300, Selection(jobs=6, with_file=2, waiting=1, running=2, asking=1, can_cancel=2)
    ),
    "trash-question-one": _question(428, 260, Selection(jobs=1, running=1, can_cancel=1)),
    "trash-question-fetched": _question(428, 260, Selection(jobs=1, running=1)),
    "trash-question-narrow": _question(
        300, 340, Selection(jobs=5, with_file=3, running=2, can_cancel=2)
    ),
    "trash-question-narrowest": _question(
        152, 560, Selection(jobs=5, with_file=3, running=2, can_cancel=2)
    ),
    "trash-question-wide": _question(
        900, 260, Selection(jobs=1_204, with_file=3, running=12, can_cancel=12)
    ),
    "trash-bar": _bar(428, TrashContents(12, 96_300_000)),
    "trash-bar-narrow": _bar(300, TrashContents(1_204, 9_630_000_000)),
    "trash-bar-narrowest": _bar(152, TrashContents(12, 96_300_000)),
    "trash-progress": _progress,
    "trash-sheet-all": _sheet(
        lambda host: EmptyingSheet(TrashContents(12, 96_300_000, 2), host, is_all=True)
    ),
    "trash-sheet-some": _sheet(
        lambda host: EmptyingSheet(TrashContents(1, 8_400_000), host, is_all=False)
    ),
    "trash-sheet-none": _sheet(lambda host: NoTrashSheet(Emptied(refused=1), host)),
    "trash-menu-one": _menu(_take, selection_of),
    "trash-menu-many": _menu(
        _take,
        lambda _: Selection(
            jobs=1_204, with_file=1_180, missing=4, with_prompt=1_204, running=3, can_cancel=3
        ),
    ),
    "trash-menu-trashed": _menu(
        _take, lambda _: Selection(jobs=12, with_file=12, with_prompt=12, trashed=12)
    ),
    "trash-menu-waiting": _menu(lambda: _job("Fox", 3, JobState.WAITING), selection_of),
}
