"""Position and state of the picture for those who listen rather than look."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from rushes.media.play_order import LoopKind
from rushes.ui.components.announcement import announce
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.position_readout import PositionReadout
from rushes.ui.viewer.speed_button import speed_words

PLAYING_SECONDS = 1.0
"""While a clip plays, where it is is told this often."""

_BETWEEN_WORDS_MILLISECONDS = 250
"""A screen reader says one thing after the other: of many frames in a row, the last is said."""


class SpokenPlace(QObject):
    """Keeps the words of readout and picture true, and has changes said.

    Standing, every frame is told at once; playing, once a second, in the names alone: a voice that
    counts along would be in the way.

    Args:
        picture: gives what has the keyboard while the clip is looked at.
    """

    def __init__(
        self,
        position: PositionReadout,
        picture: Callable[[], QWidget],
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._picture = picture
        self._playback = playback
        self._told_at = -PLAYING_SECONDS
        self._state = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_BETWEEN_WORDS_MILLISECONDS)
        self._rest.timeout.connect(self._say_last)
        self._has_more = False

    def is_due(self) -> bool:
        """Whether another frame is to be told now; if so it counts as told."""
        now = time.monotonic()
        if self._playback.is_playing and now - self._told_at < PLAYING_SECONDS:
            return False
        self._told_at = now
        return True

    def tell_frame(self) -> None:
        """Tell the frame that the readout shows."""
        self._write()
        if self._playback.is_playing:
            return
        if self._rest.isActive():
            self._has_more = True
        else:
            self._say(self._position.words())
            self._rest.start()

    def tell_state(self) -> None:
        """Tell how it plays now, if that is something else than before."""
        state = state_words(self._playback)
        if state != self._state:
            self._state = state
            self._write()
            if self._playback.frames:
                self._say(state)

    def _write(self) -> None:
        self._position.show_state(self._state)
        words = ", ".join(part for part in (self._position.words(), self._state) if part)
        self._picture().setAccessibleDescription(words)

    def _say_last(self) -> None:
        if self._has_more:
            self._has_more = False
            if not self._playback.is_playing:
                self._say(self._position.words())
                self._rest.start()

    def _say(self, words: str) -> None:
        announce(self._picture(), words)


def state_words(playback: Playback) -> str:
    """How it plays: "Paused, in a loop", "Playing backwards at 2×, once"."""
    kinds = {
        LoopKind.LOOP: _tr("in a loop"),
        LoopKind.ONCE: _tr("once"),
        LoopKind.PING_PONG: _tr("to and fro"),
    }
    kind = kinds[playback.loop]
    speed = playback.speed
    if not playback.is_playing:
        state = _tr("Paused")
    elif speed < 0:
        state = _tr("Playing backwards")
    else:
        state = _tr("Playing")
    if playback.is_playing and abs(speed) != 1:
        state = _tr("%1 at %2").replace("%1", state).replace("%2", speed_words(abs(speed)))
    return f"{state}, {kind}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpokenPlace", text)
