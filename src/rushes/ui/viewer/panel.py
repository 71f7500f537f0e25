"""The Viewer: shows a clip with its transport and timeline, or says why there is none."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from rushes.domain.errors import MediaError
from rushes.media.cache_budget import CacheBudget
from rushes.ui.answers.answer_page import Asked
from rushes.ui.answers.panel import AnswersPanel
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.viewer.comparing import Comparing
from rushes.ui.viewer.failure_page import FailurePage
from rushes.ui.viewer.frames_out.frames_out import FramesOut
from rushes.ui.viewer.keys import ViewerCommand
from rushes.ui.viewer.message_page import TURNING_ICON, MessagePage
from rushes.ui.viewer.picture_controls import PictureControls
from rushes.ui.viewer.playback import Playback
from rushes.ui.viewer.screens.picture_screens import PictureScreens
from rushes.ui.viewer.single_clip import SingleClip
from rushes.ui.viewer.sound.output import SoundOutput
from rushes.ui.viewer.sound.viewer_sound import ViewerSound
from rushes.ui.viewer.stage import ViewerStage
from rushes.ui.viewer.stage_commands import StageCommands

if TYPE_CHECKING:
    from rushes.ui.compare.compared_take import ComparedTake


class ViewerPanel(QWidget):
    """The picture's place in the window.

    What is told of a frame, here and on the screen, is always told of the picture that is painted.

    Attributes:
        stage: picture, transport and timeline.
        playback: the clock of this Viewer.
        budget: the memory that decoded frames may take.
        clip: the one clip that is shown while nothing is compared.
        commands: what keys and buttons of the stage do.
        comparing: shows several takes in place of the one clip.
        screens: where the picture is besides here.
        controls: how the picture is looked at.
        frames_out: saves and copies the frame on the screen.
        sound: that of the one clip, and how loud it is.
        message_page: what stands in the picture's place for a job that has none.
        failure_page: what is said there of a clip that cannot be shown.
        answers: what stands there for a job that waits for a person's word.

    Signals:
        frame_changed: the frame at this index, counted from 0, is on the screen.
        playing_changed: it plays now, or no longer does.
        clip_opened: `MediaFacts` of the clip, before its first picture.
        clip_failed: `MediaError`, why the clip cannot be shown; a page tells it as well.
        settings_requested: a page leads to the settings.
        surround_requested: the `Surround` that a person wants around the picture.
        information_changed: whether the information about the frame is wanted.
        menu_filling: the `Menu` of the picture, before it opens, for rows about the frame.
    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    clip_opened = Signal(object)
    clip_failed = Signal(object)
    settings_requested = Signal()
    surround_requested = Signal(object)
    information_changed = Signal(bool)
    menu_filling = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        budget: CacheBudget | None = None,
        output: SoundOutput | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage = ViewerStage(self)
        self.playback = Playback(self)
        self.budget = budget or CacheBudget()
        self.clip = SingleClip(self.stage, self.playback, self.budget, self)
        self.message_page = MessagePage(self)
        self.failure_page = FailurePage(self)
        self.answers = AnswersPanel(self)
        self._empty = EmptyState(
            "film",
            self.tr("Nothing to show yet"),
            self.tr("Write a prompt and press Generate, or choose a take in History."),
            self,
        )
        self.screens = PictureScreens(self.stage, self.playback, self)
        self._full_screen = self.screens.full
        self.commands = StageCommands(self.stage, self.playback, self)
        self.comparing = Comparing(
            self.stage, self.playback, self.budget, self.commands, self.clip, self
        )
        self.frames_out = FramesOut(lambda: self.comparing.shown_frame, self)
        self.controls = PictureControls(self.stage, self.playback, self.clip, self.screens, self)
        self.sound = ViewerSound(self.stage, self.playback, self.clip, self, output=output)
        self._pages = QStackedLayout(self)
        own = (self.stage, self.message_page, self.answers, self._empty)
        for page in (*own, self._full_screen.placeholder):
            self._pages.addWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self._connect()
        self.show_empty()

    def _connect(self) -> None:
        self.clip.opened.connect(self.clip_opened)
        self.clip.shown.connect(self._on_clip_shown)
        self.clip.opens_slowly.connect(self._on_slow)
        self.clip.failed.connect(self._on_failed)
        self.clip.presenter.frame_shown.connect(self.frame_changed)
        self.playback.playing_changed.connect(self.playing_changed)
        self.controls.add_to(self.commands)
        self.sound.add_to(self.commands)
        comparing = self.comparing
        comparing.began.connect(self.sound.let_go)
        comparing.heard_changed.connect(self.sound.hear)
        comparing.looked_changed.connect(self.controls.follow)
        comparing.menu_requested.connect(self.controls.open_menu)
        comparing.surround_double_clicked.connect(self.screens.toggle_full)
        self.controls.surround_requested.connect(self.surround_requested)
        self.controls.information_changed.connect(self.information_changed)
        self.controls.menu_filling.connect(self.menu_filling)
        self.commands.add({ViewerCommand.LEAVE: self._leave}, needs_clip=False)
        # While takes are compared, the number is that of the chosen one.
        self.stage.transport.position.seek_requested.connect(self.seek)
        out = self.frames_out
        self.commands.add({ViewerCommand.SAVE_FRAME: out.save, ViewerCommand.COPY_FRAME: out.copy})
        self._full_screen.entered.connect(self._on_full_screen_entered)
        self._full_screen.left.connect(self._on_full_screen_left)
        self.message_page.settings_requested.connect(self.settings_requested)
        self.answers.wishes.settings_requested.connect(self.settings_requested)

    @property
    def is_playing(self) -> bool:
        """Whether the clip plays, or will as soon as its first picture is there."""
        return self.playback.is_playing if self.is_comparing else self.clip.is_playing

    @property
    def current_index(self) -> int:
        """Index of the frame on the screen, counted from 0; -1 while there is none."""
        return self.clip.index

    @property
    def frame_count(self) -> int:
        """Number of frames of the clip on the screen; 0 while there is none."""
        return self.clip.frames

    def show_clip(self, path: Path, *, title: str = "", job_id: str = "") -> None:
        """Open a clip and show its first frame; the picture before stays until then.

        The clip that is open already stays as it is. `title` names it where it has to be named,
        `job_id` is our id of its job, which may be another one with the same file.
        """
        self.comparing.put_away()
        if path == self.clip.path:
            self.clip.rename(title, job_id)
            return
        if not self._full_screen.is_full:
            # The first picture is made for the place that it will have.
            self.stage.resize(self.size())
        self.stage.measure()
        self.clip.job_id = job_id
        self.clip.open(path, title)

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
        if self._pages.currentWidget() is not self.message_page:
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
        self.screens.close()
        self._show_page(self._empty)
        self.clip.close()
        self.sound.close()
        self.comparing.end()
        self.frames_out.close()

    def play(self) -> None:
        """Play on from here; a clip that is still opening plays as soon as it is there."""
        self.clip.play()

    def pause(self) -> None:
        """Stand on the present frame."""
        self.clip.pause()

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
        if not self.comparing.go_to(index):
            self.playback.seek(index)

    def toggle_full_screen(self) -> None:
        """Fill the screen with the picture and its keys, or come back."""
        self.screens.toggle_full()

    @property
    def information_shown(self) -> bool:
        """Whether the information about the frame is wanted."""
        return self.controls.information.is_wanted

    @information_shown.setter
    def information_shown(self, shown: bool) -> None:
        self.controls.show_information(shown)

    @property
    def second_screen_geometry(self) -> bytes:
        """Where the picture's own window is, or was last, in Qt's form; may be empty."""
        return self.screens.second.geometry

    @second_screen_geometry.setter
    def second_screen_geometry(self, geometry: bytes) -> None:
        self.screens.second.geometry = geometry

    @property
    def is_comparing(self) -> bool:
        """Whether several takes are shown in place of one clip."""
        return self.comparing.is_comparing

    def compare(self, takes: "Sequence[ComparedTake]") -> bool:
        """Show 2 to 9 takes on one clock; tells whether so many can be compared."""
        if not self._full_screen.is_full:
            self.stage.resize(self.size())
        done = self.comparing.compare(takes)
        if done:
            self._show_page(self.stage)
        return done

    def _leave(self) -> None:
        """Leave what covers most: the full screen first, then the comparison."""
        if self.screens.is_full:
            self.screens.leave_full()
        else:
            self.comparing.close()

    def _put_clip_away(self) -> None:
        self.comparing.put_away()
        self.clip.let_go()
        self.sound.let_go()
        self.stage.picture.clear()

    def _on_clip_shown(self) -> None:
        self._show_page(self.stage)

    def _on_failed(self, error: MediaError) -> None:
        self.failure_page.show_failure(error)
        self.clip_failed.emit(error)

    def _on_slow(self) -> None:
        if self._pages.currentWidget() is self.stage or self._full_screen.is_full:
            self.stage.transport.position.show_message(self.tr("Opening…"))
        else:
            self.message_page.show_message(TURNING_ICON, self.tr("Opening…"), self.clip.title)
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
