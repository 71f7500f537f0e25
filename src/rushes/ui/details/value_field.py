"""A value that can be chosen and copied, and is shortened while nobody does."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.painting import paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import REGULAR, SEMIBOLD, TextStyle

_LONGEST = 2_000
"""Characters that are kept in the field; copying takes all there are."""


class ValueField(QLineEdit):
    """One line of text that cannot be changed; Ctrl+C copies all of it, or what is chosen.

    Signals:
        copied: it is on the clipboard, or what was chosen of it.
    """

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._role = Role.TEXT
        self._elide = Qt.TextElideMode.ElideRight
        self.setReadOnly(True)
        self.setFrame(False)
        self.setTextMargins(0, 0, 0, 0)
        # There are many of them: Tab goes to what can be pressed.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.selectionChanged.connect(self.update)

    def show_value(
        self, text: str, whole: str, role: Role, *, is_heavy: bool, is_name: bool
    ) -> None:
        """Show a value; `whole` is what is copied where that is more."""
        self._whole = whole
        self._role = role
        elide = Qt.TextElideMode
        self._elide = elide.ElideMiddle if is_name else elide.ElideRight
        theme = current_theme()
        weight = SEMIBOLD if is_heavy else REGULAR
        self.setFont(theme.font(TextStyle.CONTROL, weight, tabular=True))
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Base, theme.color(Role.PANEL))
        palette.setColor(QPalette.ColorRole.Text, theme.color(role))
        self.setPalette(palette)
        shown = shown_part(text, _LONGEST)
        if self.text() != shown:
            self.setText(shown)
            self.setCursorPosition(0)
        self.tell_tip()

    def tell_tip(self) -> None:
        """Tell all of the value as a tool tip where a part of it is not seen."""
        is_cut = self._is_cut() or self._whole != self.text()
        set_tool_tip(self, shown_part(self._whole, _LONGEST) if is_cut else "")

    def copy_all(self) -> None:
        """Put all of the value on the clipboard."""
        QGuiApplication.clipboard().setText(self._whole)
        self.copied.emit()

    def _is_cut(self) -> bool:
        return QFontMetricsF(self.font()).horizontalAdvance(self.text()) > self.width() - 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.hasSelectedText():
                self.copy()
                self.copied.emit()
            else:
                self.copy_all()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self.hasSelectedText():
            super().paintEvent(event)
            return
        theme = current_theme()
        # Qt leaves two pixels at both ends; what stands beside the field is on the row's middle.
        row = self.parentWidget()
        height = self.height() if row is None else row.height()
        area = QRectF(2, -self.y(), self.width() - 4, height)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        ink = theme.color(self._role)
        text, font = self.text(), self.font()
        paint_text(QPainter(self), area, text, font, ink, side, elide=self._elide)
