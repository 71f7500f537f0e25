"""The field a token is pasted into: shown as dots, and nowhere to be copied from."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.line_field import LineField

_LONGEST = 4_096
"""Characters; no service has tokens of that length."""


class TokenField(LineField):
    """A password field whose text an eye may show.

    While it is shown nothing in it can be selected, so that no key, menu or mouse brings it to
    the clipboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="key")
        self.setPlaceholderText(self.tr("Paste your token here"))
        self.setMaxLength(_LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton("eye", "", self, small=True)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.clicked.connect(lambda: self.show_text(not self.is_text_shown))
        self.selectionChanged.connect(self._on_selection_changed)
        self.show_text(False)

    @property
    def is_text_shown(self) -> bool:
        """Whether the token can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def show_text(self, shown: bool) -> None:
        """Show the token, or dots in its place."""
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.deselect()
        self.setEchoMode(echo)
        self.eye.set_icon_name("blind" if shown else "eye")
        self.eye.set_words(self.tr("Hide the token") if shown else self.tr("Show the token"))

    def token(self) -> str:
        """What was entered, without blanks around it."""
        return self.text().strip()

    def forget(self) -> None:
        """Empty the field, its steps back included, and show dots again."""
        self.setText("")
        self.show_text(False)

    def _on_selection_changed(self) -> None:
        if self.is_text_shown and self.hasSelectedText():
            self.deselect()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_eye()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_eye()

    def _place_eye(self) -> None:
        size = self.eye.sizeHint()
        inset = max((self.height() - size.height()) // 2, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inset if mirrored else self.width() - inset - size.width()
        self.eye.setGeometry(left, inset, size.width(), size.height())
        margins = self.textMargins()
        margins.setRight(size.width())
        self.setTextMargins(margins)
