"""The model at the top of Compose: its name and kind, and the way to another one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.domain.model_spec import ModelSpec
from rushes.ui.components.painted_button import PaintedButton
from rushes.ui.components.painting import mirrored_rect, mix, paint_box, paint_text
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.compose.model_chooser import ModelChooser
from rushes.ui.compose.model_words import model_kind, model_name
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_HEIGHT = 36
_CHEVRON = 14


class ModelRow(PaintedButton):
    """A plain row while there is one model; with several, pressing it opens the list of them.

    Signals:
        model_chosen: a person chose the model with this id; setters do not emit it.
    """

    model_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._models: list[ModelSpec] = []
        self._shown: ModelSpec | None = None
        self._chooser: ModelChooser | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.show_model(None)

    @property
    def chooser(self) -> ModelChooser | None:
        """The open list of models, or None."""
        return self._chooser

    def set_models(self, models: Sequence[ModelSpec]) -> None:
        """Offer these models."""
        self._models = list(models)
        self.setEnabled(len(self._models) > 1)
        self.update()

    def show_model(self, spec: ModelSpec | None) -> None:
        """Show a model as chosen."""
        self._shown = spec
        name, kind = self._words()
        said = ", ".join(part for part in (name, kind) if part)
        self.setAccessibleName(self.tr("Model: {model}").format(model=said) if said else "")
        set_tool_tip(self, "" if spec is None else f"{spec.display_name}\n{spec.model_id}")
        self.update()

    def _words(self) -> tuple[str, str]:
        if self._shown is None:
            return self.tr("No model yet"), ""
        return model_name(self._shown), model_kind(self._shown)

    def _on_clicked(self) -> None:
        chosen = "" if self._shown is None else self._shown.model_id
        self._chooser = ModelChooser(self._models, chosen, self)
        self._chooser.model_chosen.connect(self.model_chosen)
        self._chooser.destroyed.connect(self._on_chooser_destroyed)
        self._chooser.open_under(self)

    def _on_chooser_destroyed(self) -> None:
        self._chooser = None

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(120), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        color = theme.color
        painter = QPainter(self)
        area = QRectF(self.rect())
        mirrored = self.is_mirrored()
        fill, line = QColor(0, 0, 0, 0), color(Role.EDGE)
        right = area.right() - theme.px(10)
        if self.isEnabled():
            fill = mix(color(Role.RAISED), color(Role.HOVER), self.hover.value)
            fill = color(Role.PRESS) if self.isDown() else fill
            line = color(Role.RIM)
        paint_box(painter, area, Radius.CARD, fill, line)
        if self.isEnabled():
            side = theme.px(_CHEVRON)
            right -= side
            box = QRectF(right, area.center().y() - side / 2, side, side)
            text_color = color(Role.TEXT)
            paint_icon(painter, "chevron_down", mirrored_rect(box, area, mirrored), text_color)
            right -= theme.px(6)
        left = area.left() + theme.px(12)
        name, kind = self._words()
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        fonts = theme.font(TextStyle.BODY, SEMIBOLD), theme.font(TextStyle.CONTROL)
        for text, font, role in zip((name, kind), fonts, (Role.STRONG, Role.MUTED), strict=True):
            natural = QFontMetricsF(font).horizontalAdvance(text)
            box = QRectF(left, area.top(), min(natural + 1, right - left), area.height())
            if box.width() > theme.px(16):
                placed = mirrored_rect(box, area, mirrored)
                paint_text(painter, placed, text, font, color(role), align)
            left += natural + theme.px(6)

    def focus_ring_radius(self) -> float:
        """How round the focus ring is."""
        return float(Radius.CARD)
