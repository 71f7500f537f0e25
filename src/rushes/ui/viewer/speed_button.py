"""The button that tells the speed of play and opens the list of speeds."""

from PySide6.QtCore import QLocale, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.tool_tips import set_tool_tip

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
"""What is offered, as shares of the clip's own rate."""


def speed_words(speed: float) -> str:
    """A speed as it is shown: "0.25×", "−2×"."""
    number = QLocale().toString(abs(speed), "g", 3)
    return f"−{number}×" if speed < 0 else f"{number}×"


def neighbouring_speed(speed: float, step: int) -> float:
    """The next faster of the offered speeds, or with a negative `step` the next slower."""
    if step > 0:
        return next((offered for offered in SPEEDS if offered > speed), SPEEDS[-1])
    return next((offered for offered in reversed(SPEEDS) if offered < speed), SPEEDS[0])


class SpeedButton(Button):
    """Shows the speed in force.

    Signals:
        speed_requested: a person chose a speed, as a share of the clip's own rate.
    """

    speed_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind=ButtonKind.QUIET)
        self._chosen = 1.0
        self.clicked.connect(self._on_clicked)
        set_tool_tip(self, self.tr("Speed"))
        self.show_speed(1.0, 1.0)

    def show_speed(self, chosen: float, running: float) -> None:
        """Show the speed that is running now; `chosen` is the one ticked in the list."""
        self._chosen = chosen
        words = speed_words(running)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(self.tr("Speed %1").replace("%1", words))

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            action = QAction(speed_words(speed), group)
            action.setCheckable(True)
            action.setChecked(speed == self._chosen)
            action.setData(speed)
            menu.addAction(action)
        group.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        size = menu.sizeHint()
        # Above the button: below it the timeline would be covered.
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height() - 2)))

    def _on_chosen(self, action: QAction) -> None:
        self.speed_requested.emit(action.data())
