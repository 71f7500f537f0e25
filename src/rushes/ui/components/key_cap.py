"""The name of a key in a small box, as people read it on their keyboard."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rushes.ui.components.painting import paint_box, paint_text
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import TextStyle

_HEIGHT = 18
_PADDING = 5
_SIGNS = {"Return": "↵", "Enter": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_text(sequence: QKeySequence | str) -> str:
    """A key sequence as it is shown: "Ctrl+Return" becomes "Ctrl ↵"."""
    keys = QKeySequence(sequence)
    # The portable names are the same in every language, so that signs are found by them.
    portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
    native = keys.toString(QKeySequence.SequenceFormat.NativeText)
    names = zip(_words(portable), _words(native), strict=False)
    return " ".join(_SIGNS.get(plain, spoken) for plain, spoken in names)


def _words(keys: str) -> list[str]:
    # A plus that is itself a key stands at the end, alone or after the one that joins.
    joined = f"{keys[:-1]}plus" if keys.endswith("+") else keys
    parted = joined.split("+")
    return ["+" if word == "plus" else word for word in parted if word]


def key_cap_size(theme: Theme, text: str) -> QSize:
    """How large the box of a key's name is, in pixels."""
    width = QFontMetricsF(theme.font(TextStyle.CAPTION)).horizontalAdvance(text)
    height = theme.px(_HEIGHT)
    return QSize(max(int(width + 2 * theme.px(_PADDING) + 2), height), height)


def paint_key_cap(
    painter: QPainter, theme: Theme, rect: QRectF, text: str, line: QColor, ink: QColor
) -> None:
    """Paint a key's name in its box; `rect` is as large as `key_cap_size` says."""
    paint_box(painter, rect, Radius.SMALL, line=line)
    font = theme.font(TextStyle.CAPTION)
    paint_text(painter, rect, text, font, ink, Qt.AlignmentFlag.AlignHCenter)


class KeyCap(QLabel):
    """One key, or keys pressed together, by name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return key_cap_size(current_theme(), self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ink = theme.color(Role.MUTED if self.isEnabled() else Role.OFF)
        area = QRectF(self.rect())
        paint_key_cap(QPainter(self), theme, area, self.text(), theme.color(Role.EDGE), ink)
