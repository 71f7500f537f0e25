"""The Viewer of Rushes measured: ``CLIP SECONDS``.

Prints seconds to the first frame when a clip was open before, of seeks and steps until the frame
was painted, and what playing for so many seconds showed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from rushes.ui.garbage import end_of_start, spare_the_start
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from tests.bench.viewing import Waiter, clock, frame_figures, report, seek_figures


class PaintedFrames(QObject):
    """Notes when a frame is painted for the first time after another one."""

    def __init__(self, panel: ViewerPanel, waiter: Waiter) -> None:
        super().__init__()
        self._panel = panel
        self._waiter = waiter
        self.shown: list[tuple[float, int]] = []
        panel.stage.picture.installEventFilter(self)

    @property
    def index(self) -> int:
        """The frame that was painted last; -1 before the first."""
        return self.shown[-1][1] if self.shown else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            picture = self._panel.stage.picture.picture
            if picture is not None and picture.index != self.index:
                self.shown.append((clock(), picture.index))
                self._waiter.look()
        return False


class RushesViewer:
    """One clip in the Viewer."""

    def __init__(self, clip: Path) -> None:
        self._waiter = Waiter()
        self.panel = ViewerPanel()
        self.panel.resize(1280, 860)
        self.panel.show()
        self._waiter.rest(0.5)
        self._painted = PaintedFrames(self.panel, self._waiter)
        self._open(clip)
        self.panel.show_empty()
        self._waiter.rest(0.5)
        self.open_seconds = self._open(clip)
        self.frames = self.panel.frame_count
        self.panel.setFocus()

    def _open(self, clip: Path) -> float:
        self._painted.shown = []
        begun = clock()
        self.panel.show_clip(clip)
        self._waiter.wait(lambda: self._painted.index == 0)
        return self._painted.shown[-1][0] - begun

    def settle(self, seconds: float) -> None:
        """Leave it alone, as a person does who looks at the first frame."""
        self._waiter.rest(seconds)

    def seek(self, index: int) -> float:
        begun = clock()
        self.panel.seek(index)
        self._waiter.wait(lambda: self._painted.index == index)
        return self._painted.shown[-1][0] - begun

    def play(self, seconds: float, rate: float) -> dict[str, float]:
        """Play in a loop."""
        self.panel.play()
        self._waiter.rest(0.5)
        self._painted.shown = self._painted.shown[-1:]
        self._waiter.rest(seconds)
        self.panel.pause()
        return frame_figures(self._painted.shown[1:], self.frames, rate, seconds)

    def close(self) -> None:
        """Let go of everything."""
        self.panel.close_clip()


def main(clip: Path, seconds: float) -> int:
    """Measure, and return the exit code."""
    spare_the_start()
    application = QApplication(sys.argv[:1])
    apply_theme(application, Theme.from_settings(ThemeSettings()))
    viewer = RushesViewer(clip)
    end_of_start()
    viewer.settle(3.0)
    figures = {"first frame": viewer.open_seconds, **seek_figures(viewer)}
    if seconds:
        figures.update(viewer.play(seconds, 24.0))
    viewer.close()
    report(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
