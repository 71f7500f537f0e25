"""The button that goes through what happens at the end: loop, once, to and fro."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rushes.media.play_order import LoopKind
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import key_text
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand

_ORDER = (LoopKind.LOOP, LoopKind.ONCE, LoopKind.PING_PONG)
_ICONS = {LoopKind.LOOP: "loop", LoopKind.ONCE: "once", LoopKind.PING_PONG: "pingpong"}


def loop_kind_after(kind: LoopKind) -> LoopKind:
    """The kind that comes next when the button is pressed."""
    return _ORDER[(_ORDER.index(kind) + 1) % len(_ORDER)]


class LoopButton(IconButton):
    """Shows the loop kind in force; pressed in while the clip goes on by itself.

    Signals:
        kind_requested: the `LoopKind` that a press asks for.
    """

    kind_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("loop", "", parent, checkable=True)
        self._kind = LoopKind.LOOP
        self.clicked.connect(self._on_clicked)
        self.show_kind(LoopKind.LOOP)

    @property
    def kind(self) -> LoopKind:
        """The kind that is shown."""
        return self._kind

    def show_kind(self, kind: LoopKind) -> None:
        """Show a kind."""
        self._kind = kind
        self.set_icon_name(_ICONS[kind])
        self.setChecked(kind is not LoopKind.ONCE)
        words = {
            LoopKind.LOOP: self.tr("Plays in a loop"),
            LoopKind.ONCE: self.tr("Plays once"),
            LoopKind.PING_PONG: self.tr("Plays to and fro"),
        }
        self.set_words(words[kind], key_text(DEFAULT_KEYS[ViewerCommand.NEXT_LOOP_KIND]))

    def _on_clicked(self) -> None:
        # The press itself has turned the mark over; what is in force decides.
        self.setChecked(self._kind is not LoopKind.ONCE)
        self.kind_requested.emit(loop_kind_after(self._kind))
