"""Resolution and aspect ratio side by side with the frame that they make."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.frame_drawing import FrameDrawing
from rushes.ui.compose.frame_shape import frame_pixels, ratio_of
from rushes.ui.compose.input_control import InputControl
from rushes.ui.compose.schema_words import choice_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

ROOM_BESIDE_DRAWING = 136
"""Pixels at 100 % that the two controls have in the narrowest panel."""


class FrameGroup(QWidget):
    """Two choices on the left, the frame on the right, drawn to one scale."""

    def __init__(
        self, resolution: InputControl, ratio: InputControl, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._resolution = resolution
        self._ratio = ratio
        self.drawing = FrameDrawing(self)
        # Says the word of a ratio that is not told in numbers, such as "auto".
        self._word = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self.drawing)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self.drawing)
        inside.addWidget(self._word)
        self._column = QVBoxLayout()
        self._column.addWidget(resolution)
        self._column.addWidget(ratio)
        self._column.addStretch(1)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._column, 1)
        self._layout.addWidget(self.drawing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for control in (resolution, ratio):
            control.edited.connect(self.show_frame)
        self.show_frame()
        self._apply_theme()

    def set_gap(self, pixels: int) -> None:
        """Put this distance between the two controls."""
        self._column.setSpacing(pixels)

    def show_frame(self) -> None:
        """Draw the frames of the chosen ratio, the chosen resolution among them."""
        ratio = ratio_of(self._ratio.value())
        word = choice_text(self._ratio.field, self._ratio.value())
        if ratio is None:
            self.drawing.set_frames([], None)
            self.drawing.setAccessibleName(word)
            self._word.setText(word)
            return
        self._word.setText("")
        every = [frame_pixels(each, ratio) for each in self._resolution.field.choices]
        chosen = frame_pixels(self._resolution.value(), ratio)
        self.drawing.set_frames([each for each in every if each is not None], chosen, word)

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setSpacing(px(16))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
