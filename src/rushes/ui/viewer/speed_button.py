"""The button that tells the speed of play and opens the list of speeds."""

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWidgetAction

from rushes.media.playback_clock import FASTEST, SLOWEST
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.menu import Menu
from rushes.ui.components.spin_field import SpinField
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.theme.theme import current_theme

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
"""What is offered, as shares of the clip's own rate."""

_STEP = 0.05


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
        menu = SpeedMenu(self._chosen, self)
        menu.speed_chosen.connect(self.speed_requested)
        menu.aboutToHide.connect(menu.deleteLater)
        size = menu.sizeHint()
        # Above the button: below it the timeline would be covered.
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height() - 2)))


class SpeedMenu(Menu):
    """The offered speeds, and a field for any other between `SLOWEST` and `FASTEST`.

    Attributes:
        field: the field; what is typed there counts at once, and Enter closes the menu.

    Signals:
        speed_chosen: a speed, as a share of the clip's own rate.
    """

    speed_chosen = Signal(float)

    def __init__(self, chosen: float, parent: QWidget) -> None:
        super().__init__("", parent)
        group = QActionGroup(self)
        for speed in SPEEDS:
            action = QAction(speed_words(speed), group)
            action.setCheckable(True)
            action.setChecked(speed == chosen)
            action.setData(speed)
            self.addAction(action)
        group.triggered.connect(self._on_chosen)
        self.addSeparator()
        self.field = SpinField(
            SLOWEST, FASTEST, step=_STEP, decimals=2, unit="×", name=self.tr("Any speed")
        )
        self.field.setValue(chosen)
        self.field.value_edited.connect(self._on_edited)
        self.field.installEventFilter(self)
        row = QWidget(self)
        layout = QHBoxLayout(row)
        side = current_theme().px(8)
        layout.setContentsMargins(side, side // 2, side, side // 2)
        layout.addWidget(self.field)
        holder = QWidgetAction(self)
        holder.setDefaultWidget(row)
        self.addAction(holder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self, speed: float) -> None:
        fits = SLOWEST <= speed <= FASTEST
        self.field.set_refused(not fits)
        if fits:
            self.speed_chosen.emit(speed)

    def _on_chosen(self, action: QAction) -> None:
        self.speed_chosen.emit(action.data())
