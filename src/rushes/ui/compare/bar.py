"""The bar over the pictures that are compared: how they are put together and held together."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.media.compare_times import Lock
from rushes.media.difference import LEAST_GAIN, MOST_GAIN
from rushes.ui.compare.bar_icon import BarIcon
from rushes.ui.compare.kinds import CompareKind
from rushes.ui.components.hairline import Hairline
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.switch import Switch
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand

_HEIGHT = 44
_HALF = 50


class _Choice(Segmented):
    """Values whose click leaves the keyboard with the pictures."""

    def set_value(self, value: object) -> None:
        super().set_value(value)
        for segment in self.segments:
            if segment.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class CompareBar(QWidget):
    """44 px; where there is little room it shows icons alone, whose words are tool tips.

    Attributes:
        kind: how the pictures are put together.
        lock: what holds the clips together.
        blind: whether names are hidden until a choice.
        opacity, gain: of the overlay and of the difference; each is seen with its kind alone.

    Signals:
        kind_requested: a `CompareKind`.
        lock_requested: a `Lock`.
        blind_requested: hide the names, or show them.
        opacity_requested: from 0 to 1.
        gain_requested: a whole number.
        close_requested: back to one clip.
    """

    kind_requested = Signal(object)
    lock_requested = Signal(object)
    blind_requested = Signal(bool)
    opacity_requested = Signal(float)
    gain_requested = Signal(int)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._brief: bool | None = None
        self.title = TextLabel("", TextStyle.TITLE, Role.STRONG, self, tabular=True)
        self.kind = _Choice((), self, equal=False, name=self.tr("How the pictures are compared"))
        self._lock_icon = BarIcon("lock", self.tr("Locked by"), self)
        self._lock_words = TextLabel(self.tr("Locked by"), TextStyle.CONTROL, Role.MUTED, self)
        self.lock = _Choice(
            [Option(Lock.FRAME, self.tr("Frame")), Option(Lock.TIME, self.tr("Time"))],
            self,
            equal=False,
            name=self.tr("Locked by"),
        )
        self.opacity = SliderSpin(
            0, 100, self, default=_HALF, unit="%", name=self.tr("Opacity of the chosen take")
        )
        self.gain = SliderSpin(
            LEAST_GAIN, MOST_GAIN, self, default=LEAST_GAIN, unit="×", name=self.tr("Gain")
        )
        self.blind = Switch(self.tr("Blind"), self, words=self.tr("Blind"))
        self._line = Hairline(Qt.Orientation.Vertical, self)
        self.leave = IconButton(
            "close",
            self.tr("Back to one clip"),
            self,
            key=key_text(DEFAULT_KEYS[ViewerCommand.LEAVE]),
        )
        self._row = QHBoxLayout(self)
        left = (self.title, self.kind, self._lock_icon, self._lock_words, self.lock)
        right = (self.blind, self._line, self.leave)
        for part in left:
            self._row.addWidget(part)
        for slider in (self.opacity, self.gain):
            self._row.addWidget(slider)
            slider.hide()
        self._row.addStretch(1)
        for each in right:
            self._row.addWidget(each)
        for control in (self.blind, self.leave):
            # A click leaves the keyboard with the pictures.
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for segmented in (self.kind, self.lock):
            segmented.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.kind.value_edited.connect(self.kind_requested)
        self.lock.value_edited.connect(self.lock_requested)
        self.blind.value_edited.connect(self.blind_requested)
        self.leave.clicked.connect(self.close_requested)
        self.opacity.value_edited.connect(
            lambda percent: self.opacity_requested.emit(min(max(percent, 0), 100) / 100)
        )
        self.gain.value_edited.connect(
            lambda gain: self.gain_requested.emit(round(min(max(gain, LEAST_GAIN), MOST_GAIN)))
        )
        self._apply_theme()
        self._set_brief(False)

    def show_count(self, count: int) -> None:
        """Tell how many takes are compared."""
        self._count = count
        self.title.setText(self.tr("Compare %1").replace("%1", str(count)))
        self._fit()

    def show_kind(self, kind: CompareKind) -> None:
        """Show how the pictures are put together."""
        self.kind.set_value(kind)
        self.opacity.setVisible(kind is CompareKind.OVERLAY)
        self.gain.setVisible(kind is CompareKind.DIFFERENCE)
        self._fit()

    def show_lock(self, lock: Lock) -> None:
        """Show what holds the clips together."""
        self.lock.set_value(lock)

    def show_blind(self, blind: bool) -> None:
        """Show whether the names are hidden."""
        self.blind.set_value(blind)

    def _kinds(self) -> list[tuple[CompareKind, str, str]]:
        return [
            (CompareKind.SIDE_BY_SIDE, self.tr("Side by side"), "grid"),
            (CompareKind.WIPE, self.tr("Wipe"), "wipe"),
            (CompareKind.OVERLAY, self.tr("Overlay"), "overlay"),
            (CompareKind.DIFFERENCE, self.tr("Difference"), "difference"),
        ]

    def _set_brief(self, brief: bool) -> None:
        if brief == self._brief:
            return
        self._brief = brief
        key = f"  {key_text(DEFAULT_KEYS[ViewerCommand.WIPE])}"
        kinds = self._kinds()
        value = self.kind.value()
        self.kind.set_options(
            [
                Option(
                    kind,
                    "" if brief else words,
                    icon,
                    help=(words if brief else "") + (key if kind is CompareKind.WIPE else ""),
                )
                for kind, words, icon in kinds
            ]
        )
        if value is not None:
            self.kind.set_value(value)
        for segment, (_kind, words, _icon) in zip(self.kind.segments, kinds, strict=True):
            segment.setAccessibleName(words)
        self._lock_words.setVisible(not brief)

    def _fit(self) -> None:
        """Show words where there is room for them."""
        self._set_brief(False)
        if self._row.minimumSize().width() > self.width() > 0:
            self._set_brief(True)

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self._line.setFixedHeight(px(20))
        self.setFixedHeight(px(_HEIGHT))
        self.opacity.setMaximumWidth(px(220))
        self.gain.setMaximumWidth(px(220))

    def sizeHint(self) -> QSize:
        px = current_theme().px
        return QSize(px(320), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.PANEL))
