"""What the first paint does without, seen in a fresh Python."""

import subprocess
import sys

PAINTED = """
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
from rushes.domain.settings import Settings
from rushes.ui.window.main_window import MainWindow

application = QApplication([])
window = MainWindow(Settings(theme="{theme}"))
window.restore_place(None)
waiting = PySide6.QtCore.QEventLoop()
window.first_painted.connect(waiting.quit)
window.show()
waiting.exec()
print("Qt" in vars(PySide6.QtCore), window.grab().toImage().pixelColor(1, 1).name())
"""


def test_qts_own_enumeration_is_not_needed_for_it() -> None:
    dark, light = painted("dark"), painted("light")
    # The last number is the colour of the top bar: it was painted, in the look that was asked for.
    assert dark[0] == light[0] == "False"
    assert dark[1] < light[1]


def painted(theme: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PAINTED.format(theme=theme)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()
