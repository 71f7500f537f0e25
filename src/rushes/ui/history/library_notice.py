"""A bar that says what is amiss with the library as a whole; hidden while all is well."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rushes.domain.error_words import words_for
from rushes.library.announcements import (
    Announcement,
    LibraryCameBack,
    LibraryWentAway,
    MediaAway,
    MediaBack,
    WritingRefused,
    WritingWorks,
)
from rushes.ui.components.message_bar import MessageBar, MessageKind
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.theme import current_theme
from rushes.ui.translation import translated_words

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.library.library import Library

_AWAY, _MEDIA_AWAY = "library_away", "media_away"
_NARROW = 220


class NoticeBar(MessageBar):
    """A message of several lines: its act stands beneath the words, not beside them.

    Where only one column of cards has room, the words take the whole width.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(MessageKind.WARN, "", parent)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for part in (self.icon, self.text, self.button, self.close_button):
            self._layout.removeWidget(part)
        self._layout.addLayout(self._grid, 1)
        top, left = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.icon, 0, 0, top)
        self._grid.addWidget(self.close_button, 0, 2, top)
        self._grid.addWidget(self.text, 0, 1)
        self._grid.addWidget(self.button, 1, 1, left)
        self._is_narrow = False
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_narrow(event.size().width() < current_theme().px(_NARROW))

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        row, column, across = (1, 0, 3) if narrow else (0, 1, 1)
        for part in (self.text, self.button):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.text, row, column, 1, across)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.button, row + 1, column, 1, across, left)

    def _space(self) -> None:
        px = current_theme().px
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()


class LibraryNotice(QWidget):
    """Tells of a drive that is gone, a disk that takes nothing more, a database made anew.

    Attributes:
        bar: what is read; the rest keeps it apart from its neighbours.

    Signals:
        folder_requested: a person wants to see this folder (`Path`).
    """

    folder_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = NoticeBar(self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.bar)
        self._is_away = self._is_media_away = False
        self._refused = ""
        self._news = ""
        self._damaged: Path | None = None
        self.bar.act_requested.connect(self._on_act_requested)
        self.bar.close_requested.connect(self._on_close_requested)
        self._apply_theme()
        self.hide()

    def follow(self, library: "Library") -> None:
        """Tell how a library that was just opened is."""
        self._is_away, self._is_media_away = library.is_away, library.media.is_away
        self._news, self._damaged = "", None
        if library.rebuilt is not None:
            self._damaged = library.rebuilt.damaged
            self._news = self._rebuilt_text(library)
        elif library.older is not None:
            self._news = self.tr(
                "This library is an older copy, or comes from another computer. "
                "Nothing in it is sent until you say so; what the service has is followed."
            )
        self._show()

    def show_damage(self) -> None:
        """Tell that the database was found to be damaged."""
        words = translated_words(words_for("library_damaged"))
        again = self.tr("Start Rushes again, and it is made anew.")
        self._news, self._damaged = f"{words.happened} {words.kept} {again}", None
        self._show()

    def note_announcement(self, announcement: Announcement) -> None:
        """Follow what the library says of itself."""
        match announcement:
            case LibraryWentAway():
                self._is_away = True
            case LibraryCameBack():
                self._is_away = False
            case MediaAway():
                self._is_media_away = True
            case MediaBack():
                self._is_media_away = False
            case WritingRefused(code):
                self._refused = code
            case WritingWorks():
                self._refused = ""
            case _:
                return
        self._show()

    def _show(self) -> None:
        code = _AWAY if self._is_away else _MEDIA_AWAY if self._is_media_away else self._refused
        text, act = self._news, ""
        if code:
            text = translated_words(words_for(code)).sentence
        elif self._damaged is not None:
            act = self.tr("Show it")
            self.bar.button.setAccessibleName(self.tr("Show the old file"))
        self.bar.close_button.setVisible(bool(text) and not code)
        if text:
            self.bar.set_message(MessageKind.WARN, text, act=act)
        self.setVisible(bool(text))

    def _rebuilt_text(self, library: "Library") -> str:
        report = library.rebuilt
        assert report is not None
        told = [
            self.tr(
                "The library’s database was damaged. Rushes made it again from what was readable, "
                "the receipts and the clips: {jobs} takes are here. The old file is kept."
            ).format(jobs=count_text(report.jobs))
        ]
        if report.held + report.unknown:
            told.append(
                self.tr("{jobs} of them wait for your word.").format(
                    jobs=count_text(report.held + report.unknown)
                )
            )
        without = report.marks_from_backup + report.marks_lost
        if without:
            told.append(
                self.tr(
                    "The marks of {takes} takes are as the last backup had them, or were lost."
                ).format(takes=count_text(without))
            )
        return " ".join(told)

    def _on_act_requested(self) -> None:
        if self._damaged is not None:
            self.folder_requested.emit(self._damaged)

    def _on_close_requested(self) -> None:
        self._news, self._damaged = "", None
        self._show()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(12), 0, px(12), px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
