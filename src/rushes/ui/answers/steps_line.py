"""The steps that a job has taken, with their times, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.painting import paint_box
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it is, when it was (may be empty), and its icon in a colour role."""

    title: str
    time: str
    icon: str = "ready"
    role: Role = Role.OK


class _StepFace(QWidget):
    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconPicture(step.icon, 16, step.role, self)
        loud = step.role if step.role is Role.WARN else Role.STRONG
        self._title = TextLabel(step.title, TextStyle.CONTROL, loud, self, weight=SEMIBOLD)
        self._time = TextLabel(step.time, TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._time.setVisible(bool(step.time))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._time)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addLayout(words)
        self._row.setSpacing(current_theme().px(8))
        self.setAccessibleName(f"{step.title}, {step.time}" if step.time else step.title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class _Thread(QWidget):
    """The line from one step to the next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(12), 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().color(Role.EDGE))


class StepsLine(QWidget):
    """A well with the steps; one above the other where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._narrow = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps as they are shown."""
        return self._steps

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps; none hides the well."""
        if tuple(steps) != self._steps:
            self._steps = tuple(steps)
            self._build()
        self.setVisible(bool(steps))

    def set_narrow(self, narrow: bool) -> None:
        """Stand one above the other, or in a row."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._build()

    def _build(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(down if self._narrow else across)
        side = Qt.AlignmentFlag.AlignLeft if self._narrow else Qt.AlignmentFlag.AlignVCenter
        for place, step in enumerate(self._steps):
            if place and not self._narrow:
                thread = _Thread(self)
                self._layout.addWidget(thread, 1)
                thread.show()
            face = _StepFace(step, self)
            self._layout.addWidget(face, 0, side)
            face.show()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(16), px(12), px(16), px(12))
        self._layout.setSpacing(px(12))
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill, line = theme.color(Role.WELL), theme.color(Role.LINE)
        paint_box(QPainter(self), QRectF(self.rect()), Radius.CARD, fill, line)
