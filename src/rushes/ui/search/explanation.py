"""What a query comes to, beneath the search field: how many takes, in words, or what is wrong."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.search.query import Problem
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.text_label import TextLabel
from rushes.ui.search.link_button import LinkButton
from rushes.ui.search.query_text import asks_the_disk, read
from rushes.ui.search.query_words import problem_words, query_words, takes_words
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_NARROW = 260


class Explanation(QWidget):
    """The count, the words, *Save search*; for a wrong query a sentence and what is shown instead.

    Signals:
        save_requested: the search is to be kept under a name.
        fix_requested: the text that stands in the suggestion's place is to be taken.
    """

    save_requested = Signal()
    fix_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self._text = ""
        self._problem: Problem | None = None
        self._is_away = False
        self._is_narrow = False
        self.error = ErrorLine("", self)
        self.count = TextLabel(
            "", TextStyle.CAPTION, Role.STRONG, self, weight=SEMIBOLD, tabular=True
        )
        self.words = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self.act = LinkButton("", self)
        self.act.clicked.connect(self._on_act)
        self._can_save = True
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        column.addWidget(self.error)
        column.addLayout(self._grid)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange()
        self.hide()

    def show_query(
        self, text: str, problem: Problem | None, *, is_media_away: bool = False
    ) -> None:
        """Tell of a query: `text` is what of it is looked for, `problem` what is wrong with it.

        While all clips are away, what is told of missing ones is of before.
        """
        self._text, self._problem = text, problem
        self._is_away = is_media_away and asks_the_disk(text)
        self._show()

    def show_count(self, count: int) -> None:
        """Tell how many takes were found."""
        self._count = count
        self._show()

    def set_can_save(self, can_save: bool) -> None:
        """Offer to keep the search, unless it is kept already."""
        if can_save != self._can_save:
            self._can_save = can_save
            self._show()

    def sentence(self) -> str:
        """All that is told, for a screen reader."""
        parts = (self.error.text(), self.count.text(), self.words.text())
        return ". ".join(part.rstrip(".") for part in parts if part)

    def _show(self) -> None:
        problem = self._problem
        self.setVisible(bool(self._text) or problem is not None)
        self.error.set_message(problem_words(problem) if problem is not None else "")
        self.count.setText("" if self._count is None else takes_words(self._count))
        words = query_words(read(self._text))
        if problem is not None:
            words = self.tr("Shown meanwhile: {query}").format(query=words)
        if self._is_away:
            before = self.tr("as it was before the clips’ drive went away")
            words = f"{words}, {before}"
        self.words.setText(words)
        is_fixable = problem is not None and bool(problem.suggestion)
        act = self.tr("Save search") if problem is None and self._can_save else ""
        if problem is not None and is_fixable:
            act = self.tr("Use “{suggestion}”").format(suggestion=problem.suggestion)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.setAccessibleName(self.sentence())
        self.updateGeometry()

    def _on_act(self) -> None:
        if self._problem is None:
            self.save_requested.emit()
        else:
            self.fix_requested.emit()

    def _arrange(self) -> None:
        """Side by side, or beneath one another where there is little room."""
        theme, grid = current_theme(), self._grid
        top = Qt.AlignmentFlag.AlignTop
        for part in (self.count, self.words, self.act):
            grid.removeWidget(part)
        if self._is_narrow:
            grid.addWidget(self.count, 0, 0, 1, 3)
            grid.addWidget(self.words, 1, 0, 1, 3)
            grid.addWidget(self.act, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(self.count, 0, 0, top)
            grid.addWidget(self.words, 0, 1, top)
            grid.addWidget(self.act, 0, 2, top)
        # Text and button stand on one line of 24.
        above = 0 if self._is_narrow else theme.px(5)
        for label in (self.count, self.words):
            label.setContentsMargins(0, above, 0, above)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(2))
        self._column.setSpacing(theme.px(6) if self._is_narrow else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < current_theme().px(_NARROW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        elif event.type() == QEvent.Type.LanguageChange:
            self._show()
