"""A fixed line height for plain text editors, which Qt's own layout does not offer."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class SpacedTextLayout(QPlainTextDocumentLayout):
    """Places the lines of every paragraph at one distance from each other.

    Qt lays a paragraph out at the font's own distance and asks for its box before it paints it,
    looks for a click or places the cursor; that is where the lines are moved apart.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._line_height = 0

    def set_line_height(self, pixels: int) -> None:
        """Let one line begin this many pixels after the one before."""
        if pixels != self._line_height:
            self._line_height = pixels
            self.requestUpdate()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        box = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() else None
        if layout is None or not self._line_height or not block.isVisible():
            return box
        count = layout.lineCount()
        for index in range(count):
            line = layout.lineAt(index)
            # Spare height goes below: Qt takes the first line to be at the top when it scrolls.
            top = float(index * self._line_height)
            if line.y() != top:
                line.setPosition(QPointF(line.x(), top))
        return QRectF(box.x(), box.y(), box.width(), max(count, 1) * self._line_height)
