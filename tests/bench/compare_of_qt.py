"""Several QMediaPlayers side by side measured in the same way: ``CLIP FRAMES TAKES SECONDS``.

A frame counts as shown as soon as the player gives it to its widget, before it is painted. Nothing
in Qt holds players together: they are started one right after the other.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from tests.bench.viewing import Shown, Waiter, clock, report, together_figures

_RATE = 24.0
_COLUMNS = 2


class Player:
    """One clip in a QMediaPlayer with a QVideoWidget."""

    def __init__(self, clip: Path, waiter: Waiter) -> None:
        self.shown: Shown = []
        self._waiter = waiter
        self.widget = QVideoWidget()
        self.player = QMediaPlayer()
        self.player.setVideoOutput(self.widget)
        self.player.setLoops(QMediaPlayer.Loops.Infinite.value)
        self.widget.videoSink().videoFrameChanged.connect(self._on_frame)
        self._clip = clip

    def open(self) -> None:
        """Show the first frame."""
        self.player.setSource(QUrl.fromLocalFile(str(self._clip)))
        self.player.pause()

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid() and frame.startTime() >= 0:
            index = round(frame.startTime() / 1e6 * _RATE)
            if not self.shown or self.shown[-1][1] != index:
                self.shown.append((clock(), index))
            self._waiter.look()


def opened_seconds(players: list[Player], waiter: Waiter) -> float:
    """Open all clips; the seconds until each player gave its first frame."""
    for player in players:
        player.shown = []
    begun = clock()
    for player in players:
        player.open()
    waiter.wait(lambda: all(player.shown for player in players))
    return clock() - begun


def main(clip: Path, frames: int, takes: int, seconds: float) -> int:
    """Measure, and return the exit code."""
    QApplication(sys.argv[:1])
    waiter = Waiter()
    window = QWidget()
    grid = QGridLayout(window)
    players = [Player(clip, waiter) for _ in range(takes)]
    for number, player in enumerate(players):
        grid.addWidget(player.widget, number // _COLUMNS, number % _COLUMNS)
    window.resize(1440, 900)
    window.show()
    waiter.rest(0.5)
    opened_seconds(players, waiter)
    for player in players:
        player.player.setSource(QUrl())
    waiter.rest(0.5)
    opened = opened_seconds(players, waiter)
    waiter.rest(2.0)
    for player in players:
        player.player.play()
    waiter.rest(0.5)
    for player in players:
        player.shown = []
    waiter.rest(seconds)
    for player in players:
        player.player.pause()
    figures = together_figures([player.shown for player in players], frames, _RATE, seconds)
    report({"first frames": opened, **figures})
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:4]), float(sys.argv[4])))
