"""The seed: a new one each time, the same one, or one that counts up."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRandomGenerator, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.line_field import LineField
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

THIN_SPACE = "\u2009"
_FIELD_WIDTH = 132


class SeedMode(StrEnum):
    """Where the seed of the next job comes from."""

    RANDOM = "random"
    FIXED = "fixed"
    COUNT_UP = "count_up"


def seed_words(seed: int) -> str:
    """A seed as it is read: groups of three with thin spaces, "481 516"."""
    return f"{seed:,}".replace(",", THIN_SPACE)


def seed_from_words(text: str) -> int | None:
    """The seed that was typed, spaces of any kind left out; None if it is not a number."""
    digits = "".join(text.split())
    if digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit():
        return int(digits)
    return None


class SeedField(QWidget):
    """Random, Fixed or Count up, and beneath them the seed of the latter two.

    Signals:
        mode_edited: a person chose another mode.
        seed_edited: a person typed or threw a seed that is within bounds.
        value_edited: either of the two.
    """

    mode_edited = Signal(object)
    seed_edited = Signal(object)
    value_edited = Signal()

    def __init__(
        self,
        minimum: int = 0,
        maximum: int = 2**31 - 1,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._maximum = maximum
        self._seed = minimum
        name = name or self.tr("Seed")
        self.setAccessibleName(name)
        options = [
            Option(SeedMode.RANDOM, self.tr("Random"), "dice"),
            Option(SeedMode.FIXED, self.tr("Fixed"), "lock"),
            Option(SeedMode.COUNT_UP, self.tr("Count up"), "count_up"),
        ]
        self.modes = Segmented(options, self, equal=False, name=name)
        self.field = LineField(parent=self, name=name, tabular=True)
        self.dice = IconButton(
            "dice", self.tr("Roll a new seed"), self.field, small=True, icon_size=14
        )
        self.remark = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addWidget(self.remark, 1)
        inner = QHBoxLayout(self.field)
        inner.setContentsMargins(0, 0, 2, 0)
        inner.addStretch(1)
        inner.addWidget(self.dice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.modes)
        layout.addWidget(self._row)
        self.setFocusProxy(self.modes)
        self.modes.value_edited.connect(self._on_mode_edited)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.editingFinished.connect(self._show_seed)
        self.dice.clicked.connect(self._on_dice_clicked)
        self._show_seed()
        self._show_mode()
        self._apply_theme()

    def mode(self) -> SeedMode:
        """Where the seed comes from."""
        return SeedMode(self.modes.value())

    def set_mode(self, mode: SeedMode) -> None:
        """Show a mode as chosen."""
        self.modes.set_value(mode)
        self._show_mode()

    def seed(self) -> int:
        """The seed of *Fixed* and the first one of *Count up*."""
        return self._seed

    def set_seed(self, seed: int, remark: str = "") -> None:
        """Show a seed, and beside it where it came from."""
        self._seed = seed
        self.remark.setText(remark)
        self.field.set_refused(False)
        self._show_seed()
        self._show_remark()

    def is_acceptable(self) -> bool:
        """Tell whether the typed seed is a number within the bounds."""
        typed = seed_from_words(self.field.text())
        return typed is not None and self._minimum <= typed <= self._maximum

    def set_refused(self, refused: bool) -> None:
        """Show that the seed cannot be sent."""
        self.field.set_refused(refused)

    def _show_seed(self) -> None:
        self.field.setText(seed_words(self._seed))
        self.field.set_refused(False)

    def _show_mode(self) -> None:
        mode = self.mode()
        self._row.setVisible(mode is not SeedMode.RANDOM)
        self.dice.setVisible(mode is SeedMode.FIXED)
        self._show_remark()
        self.updateGeometry()

    def _show_remark(self) -> None:
        if self.mode() is SeedMode.COUNT_UP:
            following = [seed_words(self._seed + step) for step in (1, 2)]
            self.remark.setText(
                self.tr("then {first}, {second}").format(first=following[0], second=following[1])
            )

    def _on_mode_edited(self, mode: object) -> None:
        if self.mode() is SeedMode.FIXED:
            self.remark.setText("")
        self._show_mode()
        self.mode_edited.emit(mode)
        self.value_edited.emit()

    def _on_text_edited(self, text: str) -> None:
        acceptable = self.is_acceptable()
        self.field.set_refused(not acceptable)
        typed = seed_from_words(text)
        if acceptable and typed is not None and typed != self._seed:
            self._take(typed)

    def _on_dice_clicked(self) -> None:
        self._take(self._thrown())
        self._show_seed()

    def _thrown(self) -> int:
        """A seed within the bounds, from the system's source of chance."""
        number = QRandomGenerator.system().generate64()
        return self._minimum + number % (self._maximum - self._minimum + 1)

    def _take(self, seed: int) -> None:
        self._seed = seed
        self.remark.setText("")
        self._show_remark()
        self.seed_edited.emit(seed)
        self.value_edited.emit()

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.field.setFixedWidth(theme.px(_FIELD_WIDTH))
        layout, row = self.layout(), self._row.layout()
        if layout is not None and row is not None:
            layout.setSpacing(theme.px(8))
            row.setSpacing(theme.px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
