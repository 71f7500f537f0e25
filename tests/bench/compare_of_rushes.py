"""Comparing in Rushes measured: ``CLIP TAKES SECONDS``.

Plays the clip side by side with itself, and prints what was painted of all of them.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.garbage import end_of_start, spare_the_start
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.viewer.picture import PictureView
from tests.bench.viewing import Shown, Waiter, clock, report, together_figures

_RATE = 24.0


class PaintedCell(QObject):
    """Notes when a frame is painted in a cell for the first time after another one."""

    def __init__(self, view: PictureView, waiter: Waiter) -> None:
        super().__init__(view)
        self._view, self._waiter = view, waiter
        self.shown: Shown = []
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        picture = self._view.picture
        painted = event.type() == QEvent.Type.Paint and picture is not None
        if painted and (not self.shown or self.shown[-1][1] != picture.index):
            self.shown.append((clock(), picture.index))
            self._waiter.look()
        return False


def opened_cells(
    panel: ViewerPanel, takes: list[ComparedTake], waiter: Waiter
) -> tuple[list[PaintedCell], float]:
    """Compare takes; their cells, and the seconds until the first frames of all were painted."""
    begun = clock()
    panel.compare(takes)
    comparison = panel.comparing.comparison
    assert comparison is not None
    cells = [PaintedCell(cell.picture, waiter) for cell in comparison.board.cells]
    waiter.wait(lambda: all(cell.shown for cell in cells))
    return cells, clock() - begun


def main(clip: Path, takes: int, seconds: float) -> int:
    """Measure, and return the exit code."""
    spare_the_start()
    application = QApplication(sys.argv[:1])
    apply_theme(application, Theme.from_settings(ThemeSettings()))
    waiter = Waiter()
    panel = ViewerPanel()
    panel.resize(1440, 900)
    panel.show()
    waiter.rest(0.5)
    end_of_start()
    compared = [ComparedTake(f"job-{n}", clip, f"Take {n}", {"seed": n}) for n in range(takes)]
    opened_cells(panel, compared, waiter)
    panel.show_empty()
    waiter.rest(0.5)
    cells, opened = opened_cells(panel, compared, waiter)
    waiter.rest(2.0)
    panel.playback.play()
    waiter.rest(0.5)
    for cell in cells:
        cell.shown = cell.shown[-1:]
    waiter.rest(seconds)
    panel.playback.pause()
    frames = panel.playback.frames
    figures = together_figures([cell.shown[1:] for cell in cells], frames, _RATE, seconds)
    panel.close_clip()
    report({"first frames": opened, **figures})
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
