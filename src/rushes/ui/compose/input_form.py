"""All inputs of one model but the prompt, in the order in which people think of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.model_spec import ABSENT, FieldKind, InputField, ModelSpec
from rushes.domain.request import JsonValue
from rushes.ui.components.hairline import Hairline
from rushes.ui.compose.choice_control import FULL_WIDTH
from rushes.ui.compose.clip_length import (
    clip_seconds,
    duration_field,
    frames_field,
    rate_field,
)
from rushes.ui.compose.controls import EXPANSION_INPUT, make_control
from rushes.ui.compose.frame_group import ROOM_BESIDE_DRAWING, FrameGroup
from rushes.ui.compose.frame_shape import ratio_field, resolution_field
from rushes.ui.compose.schema_words import seconds_text
from rushes.ui.compose.seed_control import SeedControl
from rushes.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from rushes.ui.compose.input_control import InputControl

_FIRST = (FieldKind.MEDIA, FieldKind.MEDIA_LIST, FieldKind.TEXT)
_LAST = (FieldKind.LIST, FieldKind.JSON, FieldKind.SEED)


class InputForm(QWidget):
    """The controls of a model: prompt expansion, files and words, length, frame, the rest, seed.

    Attributes:
        spec: the model.
        controls: every control by the name of its input.

    Signals:
        edited: a person changed this input; setters do not emit it.
    """

    edited = Signal(str)

    def __init__(self, spec: ModelSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.controls: dict[str, InputControl] = {}
        self._group: FrameGroup | None = None
        self._tight = False
        self._line = Hairline(parent=self)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._above)
        layout.addWidget(self._line)
        layout.addLayout(self._below)
        self._build()
        # Spare height goes below everything.
        self._below.addStretch(1)
        self.show_length()
        self._apply_theme()

    @property
    def seed(self) -> SeedControl | None:
        """The control of the seed, None where the model has none."""
        found = (each for each in self.controls.values() if isinstance(each, SeedControl))
        return next(found, None)

    def inputs(self) -> dict[str, JsonValue]:
        """What is to be sent, the prompt apart; inputs that are left open are not in it."""
        values = {name: control.value() for name, control in self.controls.items()}
        return {name: value for name, value in values.items() if value is not ABSENT}

    def show_inputs(self, inputs: Mapping[str, JsonValue]) -> None:
        """Show these inputs; one that is not named shows the schema's default."""
        for name, control in self.controls.items():
            control.show_value(inputs.get(name, ABSENT))
        if self._group is not None:
            self._group.show_frame()
        self.show_length()

    def seconds(self) -> float | None:
        """How long the clip will be, None where the inputs do not tell."""
        return clip_seconds(self.spec, self.inputs())

    def show_length(self) -> None:
        """Show beside the number of frames how long they last."""
        frames = frames_field(self.spec)
        if frames is None or rate_field(self.spec) is None:
            return
        seconds = self.seconds()
        self.controls[frames.name].set_note("" if seconds is None else seconds_text(seconds))

    def set_tight(self, tight: bool) -> None:
        """Stand closer together, for a low window."""
        if tight != self._tight:
            self._tight = tight
            self._apply_theme()

    def _build(self) -> None:
        resolution, ratio = resolution_field(self.spec), ratio_field(self.spec)
        pair = _names(resolution, ratio) if resolution and ratio else []
        for field in _in_order(self.spec):
            room = ROOM_BESIDE_DRAWING if field.name in pair else FULL_WIDTH
            control = make_control(field, self, room=room)
            control.edited.connect(lambda name=field.name: self._on_edited(name))
            self.controls[field.name] = control
            if field.name == EXPANSION_INPUT:
                self._above.addWidget(control)
            elif field.name not in pair:
                self._below.addWidget(control)
            elif all(name in self.controls for name in pair):
                resolution_control, ratio_control = (self.controls[name] for name in pair)
                self._group = FrameGroup(resolution_control, ratio_control, self)
                self._below.addWidget(self._group)

    def _on_edited(self, name: str) -> None:
        self.show_length()
        self.edited.emit(name)

    def _apply_theme(self) -> None:
        theme = current_theme()
        gap = (theme.px(10) if self._tight else theme.metrics.field_gap) - theme.px(2)
        side = theme.metrics.padding
        self._above.setContentsMargins(side, 0, side, theme.px(8 if self._tight else 10))
        self._above.setSpacing(gap)
        self._below.setContentsMargins(side, theme.px(12), side, theme.px(14))
        self._below.setSpacing(gap)
        if self._group is not None:
            self._group.set_gap(gap)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


def _in_order(spec: ModelSpec) -> list[InputField]:
    """The inputs but the prompt: expansion, files and words, length, frame, the rest, seed."""
    length = _names(frames_field(spec), rate_field(spec), duration_field(spec))
    frame = _names(resolution_field(spec), ratio_field(spec))

    def place(field: InputField) -> tuple[int, int]:
        if field.name == EXPANSION_INPUT:
            return 0, 0
        if field.kind in _FIRST:
            return 1, _FIRST.index(field.kind) * 2 + (not field.required)
        if field.name in length:
            return 2, length.index(field.name)
        if field.name in frame:
            return 3, frame.index(field.name)
        if field.kind in _LAST:
            return 5, _LAST.index(field.kind)
        # Switches stand together, after numbers and choices.
        return 4, int(field.kind is FieldKind.BOOLEAN)

    prompt = spec.prompt_field
    others = [field for field in spec.fields if prompt is None or field.name != prompt.name]
    return sorted(others, key=place)


def _names(*fields: InputField | None) -> list[str]:
    return [field.name for field in fields if field is not None]
