"""One setting: its name, what it does, and its control on the right."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 52


class SettingRow(QWidget):
    """A row of 52 px or more, with a line above it.

    Attributes:
        control: what is set with it; None for a row that only tells.

    Args:
        title: the setting's name.
        what: what it does, in one sentence.
        control: stands on the right, as wide as it needs.
        beneath: stands under the words, over the whole width.
    """

    def __init__(
        self,
        title: str,
        what: str,
        control: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        beneath: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._title = TextLabel(title, TextStyle.BODY, Role.STRONG, self, wrap=True)
        self._what = TextLabel(what, TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self._error = ErrorLine("", self)
        self._note = ErrorLine("", self, role=Role.WARN, icon="info")
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._what)
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(1)
        self._layout.addLayout(self._head)
        if control is not None:
            control.setParent(self)
            control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            if not control.accessibleName():
                control.setAccessibleName(title)
            control.setAccessibleDescription(what)
            self._head.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if beneath is not None:
            beneath.setParent(self)
            self._layout.addWidget(beneath)
        self._layout.addWidget(self._error)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._apply_theme()

    @property
    def title(self) -> str:
        """The setting's name."""
        return self._title.text()

    def set_what(self, what: str) -> None:
        """Say otherwise what it does."""
        self._what.setText(what)
        if self.control is not None:
            self.control.setAccessibleDescription(what)

    def set_error(self, text: str) -> None:
        """Say what is wrong with the value; an empty text says that all is well."""
        self._error.set_message(text)
        refuse = getattr(self.control, "set_refused", None)
        if callable(refuse):
            refuse(bool(text))

    def error(self) -> str:
        """What is said to be wrong."""
        return self._error.text()

    def set_note(self, text: str) -> None:
        """Say what has to be known about the value, such as when it takes effect."""
        self._note.set_message(text)

    def note(self) -> str:
        """What is said about the value."""
        return self._note.text()

    def matches(self, words: list[str]) -> bool:
        """Tell whether every one of these words, in small letters, stands in the row."""
        said = f"{self._title.text()} {self._what.text()}".casefold()
        return all(word in said for word in words)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._words.setSpacing(theme.px(2))
        self._head.setSpacing(theme.px(16))
        self._layout.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._layout.setSpacing(0)
        self.setMinimumHeight(theme.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = current_theme().color(Role.LINE)
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), line)
