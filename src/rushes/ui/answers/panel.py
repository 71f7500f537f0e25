"""The Viewer's place for jobs that wait for a person's word: shows the page that a job has."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rushes.domain.errors import RushesError
from rushes.ui.answers.answer_page import AnswerPage, Asked
from rushes.ui.answers.doubt_page import DoubtPage
from rushes.ui.answers.fetch_page import FetchPage
from rushes.ui.answers.file_page import FilePage
from rushes.ui.answers.held_page import HeldPage
from rushes.ui.answers.look_row import no_browser_text
from rushes.ui.answers.page_choice import PageKind, page_of
from rushes.ui.answers.result_page import ResultPage
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.answers.wishes import AnswerWishes
from rushes.ui.theme.theme import current_theme

_WIDTH = 596
_NARROW = 500
_EDGE = 20
_PREPARE_AFTER, _PREPARE_EVERY = 1_500, 100
"""Milliseconds."""


class AnswersPanel(QWidget):
    """One page in the middle, at most 596 pixels wide; it scrolls where it is too high.

    What a person types or has opened stays while the job stays as it is.

    Attributes:
        wishes: the signals of what a person answers.
        page: the page that is shown, or None before the first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = AnswerWishes(self)
        self.page: AnswerPage | None = None
        self._pages: dict[PageKind, AnswerPage] = {}
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare_next)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place = QWidget(self._area)
        self._middle = QHBoxLayout(self._place)
        self._middle.addStretch(1)
        self._column = QVBoxLayout()
        self._column.addStretch(1)
        self._column.addStretch(1)
        self._middle.addLayout(self._column, 100)
        self._middle.addStretch(1)
        self._area.setWidget(self._place)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        # A click beside everything takes the keyboard out of the field.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._apply_theme()

    def prepare(self) -> None:
        """Make all pages before any is asked for, one at a time and after a while.

        To make one takes longer than a frame of the screen, if not much.
        """
        self._preparing.setInterval(_PREPARE_AFTER)
        self._preparing.start()

    def _prepare_next(self) -> None:
        self._preparing.setInterval(_PREPARE_EVERY)
        kind = next((each for each in PageKind if each not in self._pages), None)
        if kind is None:
            self._preparing.stop()
        else:
            self._page(kind)

    def show_asked(self, asked: Asked) -> None:
        """Show the page of a job; raises ValueError for one that has none."""
        kind = page_of(asked.job)
        if kind is None:
            raise ValueError(f"no answer is asked for a job that is {asked.job.state}")
        page = self._page(kind)
        is_another = page is not self.page or page.job_id != asked.job.id
        had_focus = self._has_focus_inside()
        place = self.parentWidget()
        if self.isHidden() and place is not None:
            # It is laid out once, for the room that it will have.
            self.resize(place.size())
        page.show_asked(asked)
        if page is not self.page:
            if self.page is not None:
                self.page.hide()
            self.page = page
            page.show()
        if is_another:
            self._area.verticalScrollBar().setValue(0)
            if had_focus:
                self._focus_main_button()
        self.setAccessibleName(page.accessibleName())

    def show_adopt_problem(self, job_id: str, error: RushesError) -> None:
        """Say why a request id cannot be followed, if that job is still shown."""
        page = self.page
        if isinstance(page, DoubtPage) and page.job_id == job_id:
            page.show_adopt_problem(error)
            self._bring_into_sight(page.follow)

    def show_problem(self, job_id: str, error: RushesError) -> None:
        """Say why an answer could not be carried out, if that job is still shown."""
        if self.page is not None and self.page.job_id == job_id:
            self.page.show_problem(error)
            self._bring_into_sight(self.page.row_in_trouble)

    def show_no_browser(self, job_id: str) -> None:
        """Say that no browser opened, and the address that it is about."""
        page = self.page
        if isinstance(page, DoubtPage) and page.job_id == job_id:
            page.look.show_problem(no_browser_text())
            self._bring_into_sight(page.look)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._focus_main_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _page(self, kind: PageKind) -> AnswerPage:
        page = self._pages.get(kind)
        if page is None:
            page = _make_page(kind, self.wishes, self._place)
            page.setMaximumWidth(current_theme().px(_WIDTH))
            page.set_narrow(self._is_narrow())
            page.hide()
            self._pages[kind] = page
            self._column.insertWidget(self._column.count() - 1, page)
        return page

    def _focus_main_button(self) -> None:
        if self.page is None:
            return
        self.page.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight(self.page.main_button)

    def _bring_into_sight(self, widget: QWidget | None) -> None:
        """Scroll to a part of the page, once the layout has come to rest."""
        if widget is not None:
            QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, current_theme().px(_EDGE))

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _is_narrow(self) -> bool:
        px = current_theme().px
        return self.width() - 2 * px(_EDGE) < px(_NARROW)

    def _fit(self) -> None:
        for page in self._pages.values():
            page.set_narrow(self._is_narrow())

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._middle.setContentsMargins(px(_EDGE), px(_EDGE), px(_EDGE), px(_EDGE))
        self._middle.setSpacing(0)
        for page in self._pages.values():
            page.setMaximumWidth(px(_WIDTH))
        self._fit()


def _make_page(kind: PageKind, wishes: AnswerWishes, parent: QWidget) -> AnswerPage:
    match kind:
        case PageKind.UNKNOWN:
            return UnknownPage(wishes, parent)
        case PageKind.HELD:
            return HeldPage(wishes, parent)
        case PageKind.FETCH:
            return FetchPage(wishes, parent)
        case PageKind.RESULT:
            return ResultPage(wishes, parent)
        case PageKind.FILE:
            return FilePage(wishes, parent)
