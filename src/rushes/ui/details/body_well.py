"""The body of a request in a well that shows some lines of it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QTextOption
from PySide6.QtWidgets import QWidget

from rushes.ui.answers.details_fold import DetailsWell
from rushes.ui.components.long_texts import shown_part
from rushes.ui.theme.theme import current_theme

_FEWEST_LINES, _MOST_LINES = 2, 12


class BodyWell(DetailsWell):
    """As high as its text needs to be, up to twelve lines; the rest is scrolled to."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.editor.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its lines are broken anew whenever the panel's width is another, after it got it.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._fit)
        self.editor.viewport().installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show a text, or as much of a very long one as can be read."""
        self.editor.setPlainText(shown_part(text))
        self.apply_theme()

    def apply_theme(self) -> None:
        super().apply_theme()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._late.start(0)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        px = current_theme().px
        layout, block = self.editor.document().documentLayout(), self.editor.document().begin()
        while block.isValid():
            # Lines are not broken before somebody asks where they are.
            layout.blockBoundingRect(block)
            block = block.next()
        # A plain text document tells its height in lines.
        count = round(layout.documentSize().height())
        lines = min(max(count, _FEWEST_LINES), _MOST_LINES)
        height = lines * QFontMetrics(self.editor.font()).lineSpacing()
        self.setFixedHeight(height + 2 * px(8) + 2)
