"""The Viewer: shows a clip with its transport and timeline, or says why there is none."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from rushes.domain.error_words import words_for
from rushes.domain.errors import MediaError
from rushes.media.cache_budget import CacheBudget
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.panel import AnswersPanel
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.translation import translated_words
from rushes.ui.viewer.frame_presenter import FramePresenter
from rushes.ui.viewer.full_screen import FullScreen
from rushes.ui.viewer.labels import StageLabels
from rushes.ui.viewer.message_page import TURNING_ICON, MessagePage
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands
from rushes.ui.viewer.strip_loader import StripLoader

_SLOW_MILLISECONDS = 400


class ViewerPanel(QWidget):
    """The picture's place in the window.

    What is told of a frame, here and on the screen, is always told of the picture that is painted.

    Attributes:
        stage: picture, transport and timeline.
        playback: the clock of this Viewer.
        budget: the memory that decoded frames may take.
        message_page: what stands in the picture's place for a job that has none.
        answers: what stands there for a job that waits for a person's word.

    Signals:
        frame_changed: the frame at this index, counted from 0, is on the screen.
        playing_changed: it plays now, or no longer does.
        clip_opened: `MediaFacts` of the clip, before its first picture.
        clip_failed: `MediaError`, why the clip cannot be shown; a page tells it as well.
        settings_requested: a page leads to the settings.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    clip_opened = Signal(object)
    clip_failed = Signal(object)
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, budget: CacheBudget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._title = ""
        self._plays_when_shown = False
        self.stage = ViewerStage(self)
        self.playback = Playback(self)
        self.budget = budget or CacheBudget()
        self._presenter = FramePresenter(self.stage.picture, self.playback, self.budget, self)
        self._strip = StripLoader(self)
        self.message_page = MessagePage(self)
        self.answers = AnswersPanel(self)
        self._empty = EmptyState(
            "film",
            self.tr("Nothing to show yet"),
            self.tr("Write a prompt and press Generate, or choose a take in History."),
            self,
        )
        self._full_screen = FullScreen(self.stage, self)
        self._labels = StageLabels(self.stage, self.playback, self._presenter, self)
        self._commands = StageCommands(self.stage, self.playback, self)
        self._pages = QStackedLayout(self)
        own = (self.stage, self.message_page, self.answers, self._empty)
        for page in (*own, self._full_screen.placeholder):
            self._pages.addWidget(page)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._on_slow)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self._connect()
        self.show_empty()

    def _connect(self) -> None:
        self._presenter.opened.connect(self._on_opened)
        self._presenter.first_shown.connect(self._on_first_shown)
        self._presenter.frame_shown.connect(self.frame_changed)
        self._presenter.failed.connect(self._on_failed)
        self.playback.playing_changed.connect(self.playing_changed)
        self.stage.timeline.strip_changed.connect(self._strip.set_size)
        self._strip.thumbnails_changed.connect(self.stage.timeline.show_thumbnails)
        self._commands.full_screen_requested.connect(self._full_screen.toggle)
        self._commands.leave_full_screen_requested.connect(self._full_screen.leave)
        self._full_screen.entered.connect(self._on_full_screen_entered)
        self._full_screen.left.connect(self._on_full_screen_left)
        self.message_page.settings_requested.connect(self.settings_requested)
        self.answers.wishes.settings_requested.connect(self.settings_requested)

    @property
    def is_playing(self) -> bool:
        """Whether the clip plays, or will as soon as its first picture is there."""
        return self.playback.is_playing or self._plays_when_shown

    @property
    def current_index(self) -> int:
        """Index of the frame on the screen, counted from 0; -1 while there is none."""
        shown = self._presenter.shown
        return -1 if shown is None else shown

    @property
    def frame_count(self) -> int:
        """Number of frames of the clip on the screen; 0 while there is none."""
        times = self._presenter.times
        return 0 if times is None or self._presenter.shown is None else times.frames

    def show_clip(self, path: Path, *, title: str = "") -> None:
        """Open a clip and show its first frame; the picture before stays until then.

        The clip that is open already stays as it is. `title` names it where it has to be named.
        """
        self._title = title
        if path == self._path:
            return
        self.playback.unload()
        self._path = path
        self._plays_when_shown = False
        self._strip.let_go()
        if not self._full_screen.is_full:
            # The first picture is made for the place that it will have.
            self.stage.resize(self.size())
        self.stage.measure()
        self._presenter.open(path)
        self._slow.start()

    def show_message(
        self,
        icon_name: str,
        title: str,
        text: str,
        detail: str = "",
        *,
        role: Role | None = None,
        offers_settings: bool = False,
    ) -> None:
        """Say how a job stands that has no picture.

        `text` tells what happened, what was kept and what to do, a new line for what is less
        important; `detail` is the raw text of others and is shown when asked for. `role` colours
        icon and word; by itself the icon decides. `offers_settings` shows the way to the settings.
        """
        self._put_clip_away()
        self.message_page.show_message(
            icon_name, title, text, detail, role, offers_settings=offers_settings
        )
        self._show_page(self.message_page)

    def show_answers(self, asked: Asked) -> None:
        """Ask for a person's word on a job; what was typed for the same job stays."""
        self._put_clip_away()
        self.answers.show_asked(asked)
        if self._pages.currentWidget() is not self.answers:
            self._show_page(self.answers)

    def show_empty(self) -> None:
        """Say that there is nothing to show yet."""
        self._put_clip_away()
        self._show_page(self._empty)

    def close_clip(self) -> None:
        """Show nothing, and wait for the threads, which end at once; for the end of the window."""
        self._put_clip_away()
        self._full_screen.leave()
        self._show_page(self._empty)
        self._presenter.close()
        self._strip.close()

    def play(self) -> None:
        """Play on from here; a clip that is still opening plays as soon as it is there."""
        if self._path is not None and self._presenter.shown is None:
            self._plays_when_shown = True
        else:
            self.playback.play()

    def pause(self) -> None:
        """Stand on the present frame."""
        self._plays_when_shown = False
        self.playback.pause()

    def toggle_playing(self) -> None:
        """Pause, or play."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def step(self, frames: int) -> None:
        """Pause, and go so many frames on, back if negative."""
        self.playback.step(frames)

    def seek(self, index: int) -> None:
        """Go to the frame at `index`, counted from 0, or to the nearest that there is."""
        self.playback.seek(index)

    def toggle_full_screen(self) -> None:
        """Fill the screen with the picture and its keys, or come back."""
        self._full_screen.toggle()

    def _put_clip_away(self) -> None:
        self._slow.stop()
        self._path = None
        self._plays_when_shown = False
        self.playback.unload()
        self._presenter.let_go()
        self._strip.let_go()
        self.stage.picture.clear()

    def _on_opened(self) -> None:
        facts, times = self._presenter.facts, self._presenter.times
        if facts is not None and times is not None:
            self.clip_opened.emit(facts)
            self.playback.load(times)

    def _on_first_shown(self) -> None:
        self._slow.stop()
        facts = self._presenter.facts
        if self._path is None or facts is None:
            return
        self._labels.show_clip(self._title)
        self._strip.show_clip(self._path, facts.frames, (facts.width, facts.height))
        self._show_page(self.stage)
        if self._plays_when_shown:
            self._plays_when_shown = False
            self.playback.play()

    def _on_failed(self, error: MediaError) -> None:
        words = translated_words(words_for(error))
        text = f"{words.happened}\n{words.kept} {words.todo}"
        self.show_message("failed", self._title or self.tr("Not shown"), text, error.detail)
        self.clip_failed.emit(error)

    def _on_slow(self) -> None:
        if self._pages.currentWidget() is self.stage or self._full_screen.is_full:
            self.stage.transport.position.show_message(self.tr("Opening…"))
        else:
            self.message_page.show_message(TURNING_ICON, self.tr("Opening…"), self._title)
            self._show_page(self.message_page)

    def _show_page(self, page: QWidget) -> None:
        if self._full_screen.is_full:
            if page is self.stage:
                page = self._full_screen.placeholder
            else:
                self._full_screen.leave()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        if had_focus:
            page.setFocus()

    def _on_full_screen_entered(self) -> None:
        self._pages.setCurrentWidget(self._full_screen.placeholder)
        self.setFocusProxy(self._full_screen.placeholder)

    def _on_full_screen_left(self) -> None:
        self._pages.insertWidget(0, self.stage)
        self._show_page(self.stage)
        self.stage.setFocus()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self.stage.claim_key(event)
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.stage.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.stage.keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._full_screen.is_full and self._pages.currentWidget() is not self.stage:
            self.stage.resize(self.size())
            self.stage.measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().color(Role.PANEL))
