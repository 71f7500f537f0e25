"""The body of a request in a well that shows some lines of it."""

from PySide6.QtCore import Qt
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
        # Its lines are broken anew whenever the panel's width is another.
        layout = self.editor.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self._fit())

    def show_text(self, text: str) -> None:
        """Show a text, or as much of a very long one as can be read."""
        self.editor.setPlainText(shown_part(text))
        self.apply_theme()

    def apply_theme(self) -> None:
        super().apply_theme()
        self._fit()

    def _fit(self) -> None:
        px = current_theme().px
        # A plain text document tells its height in lines.
        count = round(self.editor.document().documentLayout().documentSize().height())
        lines = min(max(count, _FEWEST_LINES), _MOST_LINES)
        height = lines * QFontMetrics(self.editor.font()).lineSpacing()
        self.setFixedHeight(height + 2 * px(8) + 2)
