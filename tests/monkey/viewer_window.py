"""The window that a monkey plays with: a Viewer as a session has it, and a field to type in."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from rushes.domain.marks import Marks
from rushes.ui.compare.compared_take import ComparedTake
from rushes.ui.theme.theme import SchemeChoice, Surround, Theme, ThemeSettings, apply_theme
from rushes.ui.translation import install_language
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.viewer.picture import PictureView
from rushes.ui.viewer.shown_clip import ShownClip
from tests.monkey.clip_set import Leaving, MonkeyClip
from tests.ui.viewer.painted_frames import Numbered

_COUNTED = re.compile(r"(\d[\d.,\s]*?),? (?:of|di|su|/) \d")
_IN_CAPTION = re.compile(r"(?:frame|fotogramma) (\d+)")


class ViewerWindow:
    """A Viewer in a window, and what is known of it from outside.

    Attributes:
        clips: what may be opened.
        numbered: at which size the pictures of a path carry their number.
    """

    def __init__(self, clips: list[MonkeyClip], folder: Path) -> None:
        self.clips = clips
        self.numbered: dict[Path, Numbered | None] = {each.path: each.numbered for each in clips}
        self.leaving = Leaving(folder / "leaving")
        self.pictures = folder / "pictures"
        self._look = ThemeSettings(reduced_motion=True)
        self._translators: list[QTranslator] = []
        self.speak("en")
        self.set_look(self._look)
        self.window = QWidget()
        self.panel = ViewerPanel(self.window)
        self.field = QLineEdit(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel, 1)
        column.addWidget(self.field)
        self.panel.frames_out.folder = lambda: self.pictures
        self.panel.surround_requested.connect(self._on_surround_requested)
        self.window.resize(660, 520)
        self.window.show()
        self.window.activateWindow()

    def speak(self, language: str) -> None:
        """Have all words that are made from now on in a language."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        for translator in self._translators:
            application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = install_language(application, language)
        QLocale.setDefault(QLocale("en_US" if language == "en" else "it_IT"))

    def change_look(self, scheme: str, text_percent: int, reduced_motion: bool) -> None:
        """Take another look."""
        self.set_look(
            ThemeSettings(
                scheme=SchemeChoice(scheme),
                text_percent=text_percent,
                reduced_motion=reduced_motion,
                surround=self._look.surround,
            )
        )

    def set_look(self, look: ThemeSettings) -> None:
        """Take another look."""
        self._look = look
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, Theme.from_settings(look))

    def _on_surround_requested(self, surround: Surround) -> None:
        look = self._look
        self.set_look(
            ThemeSettings(
                scheme=look.scheme,
                text_percent=look.text_percent,
                reduced_motion=look.reduced_motion,
                surround=surround,
            )
        )

    def open(self, path: Path, number: int, *, plays: bool) -> None:
        """Open a clip as a job of its own."""
        self.panel.show_clip(path, title=f"Take {number}", job_id=f"job-{number}")
        if plays:
            self.panel.play()

    def compare(self, numbers: list[int]) -> None:
        """Compare clips, told by their numbers; one may be there several times."""
        takes = [
            ComparedTake(
                f"job-{place}-{number}",
                self.clips[number].path,
                f"Take {place + 1}",
                {"seed": number, "prompt": "a night tram"},
                marks=Marks(rating=place % 6),
            )
            for place, number in enumerate(numbers)
        ]
        self.panel.compare(takes)

    @property
    def active_window(self) -> QWidget:
        """Where keys go: the window that has the keyboard, or this Viewer's."""
        return QApplication.activeWindow() or self.picture_windows()[0]

    def picture_windows(self) -> list[QWidget]:
        """The windows that belong to the Viewer, that of the picture first."""
        stage = self.panel.stage
        found = [stage.area.window(), stage.window(), self.window]
        return list(dict.fromkeys(found))

    def shown_clips(self) -> list[tuple[ShownClip, PictureView, Numbered | None]]:
        """The clips whose frames are seen now, each in its view."""
        panel = self.panel
        if not panel.is_comparing:
            clip = panel.clip.presenter
            path = panel.clip.path
            if path is None or clip.shown is None or not panel.stage.picture.isVisible():
                return []
            return [(clip, panel.stage.picture, self.numbered.get(path))]
        comparison = panel.comparing.comparison
        assert comparison is not None
        pairs = zip(comparison.group.clips, comparison.takes, strict=True)
        return [
            (clip, clip.view, self.numbered.get(take.path))
            for clip, take in pairs
            if clip.shown is not None and clip.view.isVisible()
        ]

    def name_of(self, clip: ShownClip) -> str:
        """What a clip on the screen is called in a report."""
        comparison = self.panel.comparing.comparison
        if comparison is not None and clip in comparison.group.clips:
            place = comparison.group.clips.index(clip)
            return f"{comparison.takes[place].path.name} at place {place}"
        return "nothing" if self.panel.clip.path is None else self.panel.clip.path.name

    def told_number(self) -> int | None:
        """The frame's number as the transport tells it; None while it says something else."""
        position = self.panel.stage.transport.position
        found = _COUNTED.search(position.words())
        return None if found is None else int(re.sub(r"\D", "", found.group(1)))

    @staticmethod
    def number_in_words(words: str) -> int | None:
        """The frame's number that a caption tells; None where it tells none."""
        found = _IN_CAPTION.search(words)
        return None if found is None else int(found.group(1))

    def wait_until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait, and tell whether it came to hold."""
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                return False
            QTest.qWait(3)
        return True

    def put_away(self) -> None:
        """Show nothing, in one window, as after the start."""
        self.close_popups()
        self.panel.screens.leave_full()
        self.panel.screens.second.bring_back()
        self.panel.show_empty()
        self.panel.stage.picture.zoom.fit()

    def close_popups(self) -> None:
        """Close menus and the like as a person does."""
        for _ in range(8):
            popup = QApplication.activePopupWidget()
            if popup is None:
                return
            popup.close()
            QTest.qWait(1)

    def close(self) -> None:
        """The end."""
        self.panel.close_clip()
        # Drawn into memory, Qt keeps it beyond the end of Python.
        QGuiApplication.clipboard().clear()
        self.window.close()
        self.window.deleteLater()
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.leaving.tidy()
