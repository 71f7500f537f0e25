"""The least that a program with a PySide6 window can do: the rival of every start of Rushes.

It prints what `rushes --exit-after-first-paint` prints, counted in the same way: seconds from the
start of the process to the first paint, and resident memory half a second later. Linux only.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

SETTLE_MILLISECONDS = 500


class BareWindow(QMainWindow):
    """An empty main window that tells of its first paint and goes."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1440, 900)
        self._first_paint_seconds = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._first_paint_seconds:
            self._first_paint_seconds = process_seconds()
            QTimer.singleShot(SETTLE_MILLISECONDS, self._tell)

    def _tell(self) -> None:
        figures = {
            "first_paint_seconds": self._first_paint_seconds,
            "rss_bytes": resident_bytes(),
        }
        print(json.dumps(figures), flush=True)
        QApplication.quit()


def process_seconds() -> float:
    """Seconds since this process began, on the kernel's own account (in ticks of 10 ms)."""
    started_ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started_ticks / os.sysconf("SC_CLK_TCK")


def resident_bytes() -> int:
    """The memory of this process that is in RAM now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BareWindow()
    window.show()
    sys.exit(application.exec())
