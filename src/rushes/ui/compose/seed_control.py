"""The seed: drawn for each job, fixed, or counting up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rushes.domain.model_spec import ABSENT, InputField
from rushes.domain.request import JsonValue
from rushes.domain.seeds import draw_seed, seed_bounds
from rushes.ui.components.seed_field import SeedField, SeedMode, seed_words
from rushes.ui.compose.input_control import LabelledControl
from rushes.ui.compose.schema_words import field_title
from rushes.ui.compose.tab_order import without_proxy


class SeedControl(LabelledControl):
    """The seed and where it comes from; its value is `ABSENT` while each job gets a new one."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        low, high = seed_bounds(field)
        self._bounds = (low, high)
        self._takes = 1
        self.seed_field = SeedField(low, high, name=field_title(field))
        without_proxy(self.seed_field)
        self.put(self.seed_field)
        self.seed_field.set_seed(draw_seed(field))
        self.seed_field.mode_edited.connect(self._show_note)
        self.seed_field.value_edited.connect(self.edited)
        self._show_note()

    def mode(self) -> SeedMode:
        """Where the seed comes from."""
        return self.seed_field.mode()

    def seed(self) -> int:
        """The seed in the field, whether it is used or not."""
        return self.seed_field.seed()

    def value(self) -> JsonValue:
        return ABSENT if self.mode() is SeedMode.RANDOM else self.seed()

    def show_value(self, value: JsonValue) -> None:
        """Fix a seed; `ABSENT`, or one that the model cannot take, goes back to random."""
        if self._takes_seed(value):
            self.show_seed(value, SeedMode.FIXED)
        else:
            self.show_seed(None, SeedMode.RANDOM)

    def show_seed(self, seed: int | None, mode: SeedMode, remark: str = "") -> None:
        """Show a mode, and a seed with where it came from; None keeps the seed in the field."""
        if self._takes_seed(seed) and seed is not None:
            self.seed_field.set_seed(seed, remark)
        self.seed_field.set_mode(mode)
        self._show_note()

    def set_takes(self, takes: int) -> None:
        """Tell how many jobs go out at once: they count up from one seed."""
        self._takes = takes
        self._show_note()

    def move_on(self) -> bool:
        """Show the seed after the takes that just went out, if it counts up; tell if it does."""
        if self.mode() is not SeedMode.COUNT_UP:
            return False
        low, high = self._bounds
        self.seed_field.set_seed(low + (self.seed() - low + self._takes) % (high - low + 1))
        return True

    def take_keyboard(self) -> None:
        shown = self.mode() is not SeedMode.RANDOM
        part = self.seed_field.field if shown else self.seed_field.modes
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def unreadable(self) -> str:
        if self.mode() is SeedMode.RANDOM or self.seed_field.is_acceptable():
            return ""
        low, high = (seed_words(bound) for bound in self._bounds)
        return self.tr("A whole number from {low} to {high}.").format(low=low, high=high)

    def _takes_seed(self, value: object) -> bool:
        low, high = self._bounds
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high

    def _show_note(self) -> None:
        match self.mode():
            case SeedMode.RANDOM:
                note = self.tr("a new one for each job")
            case SeedMode.FIXED if self._takes == 1:
                note = self.tr("stays as it is")
            case SeedMode.FIXED:
                note = self.tr("one higher for each take")
            case _:
                note = self.tr("moves on by itself")
        self.set_note(note)
