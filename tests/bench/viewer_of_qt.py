"""QMediaPlayer measured in the same way: ``CLIP SECONDS``.

A frame counts as shown as soon as the player gives it to the widget, before it is painted. To go to
a frame the middle of its time is asked for: its beginning, in whole milliseconds, is often still
the frame before.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QApplication

from tests.bench.viewing import Waiter, clock, frame_figures, report, seek_figures

_RATE = 24.0


class QtViewer:
    """One clip in a QMediaPlayer with a QVideoWidget."""

    def __init__(self, clip: Path, frames: int) -> None:
        self._waiter = Waiter()
        self.frames = frames
        self.shown: list[tuple[float, int]] = []
        self._widget = QVideoWidget()
        self._widget.resize(1280, 720)
        self._widget.show()
        self._player = QMediaPlayer()
        self._player.setVideoOutput(self._widget)
        self._player.setLoops(QMediaPlayer.Loops.Infinite.value)
        self._widget.videoSink().videoFrameChanged.connect(self._on_frame)
        self._waiter.rest(0.5)
        self._open(clip)
        self._player.setSource(QUrl())
        self._waiter.rest(0.5)
        self.open_seconds = self._open(clip)

    def _open(self, clip: Path) -> float:
        self.shown = []
        begun = clock()
        self._player.setSource(QUrl.fromLocalFile(str(clip)))
        self._player.pause()
        self._waiter.wait(lambda: bool(self.shown))
        return self.shown[0][0] - begun

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid() and frame.startTime() >= 0:
            index = round(frame.startTime() / 1e6 * _RATE)
            if not self.shown or self.shown[-1][1] != index:
                self.shown.append((clock(), index))
            self._waiter.look()

    def settle(self, seconds: float) -> None:
        """Leave it alone for a while."""
        self._waiter.rest(seconds)

    def seek(self, index: int) -> float:
        self.shown = []
        begun = clock()
        self._player.setPosition(round((index + 0.5) / _RATE * 1000))
        self._waiter.wait(lambda: bool(self.shown) and self.shown[-1][1] == index)
        return self.shown[-1][0] - begun

    def play(self, seconds: float) -> dict[str, float]:
        """Play in a loop."""
        self._player.play()
        self._waiter.rest(0.5)
        self.shown = []
        self._waiter.rest(seconds)
        self._player.pause()
        return frame_figures(self.shown, self.frames, _RATE, seconds)


def main(clip: Path, frames: int, seconds: float) -> int:
    """Measure, and return the exit code."""
    QApplication(sys.argv[:1])
    viewer = QtViewer(clip, frames)
    viewer.settle(3.0)
    figures = {"first frame": viewer.open_seconds, **seek_figures(viewer)}
    if seconds:
        figures.update(viewer.play(seconds))
    report(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
