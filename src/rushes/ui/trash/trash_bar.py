"""The bar above the grid while the trash is looked at: what it holds, and what to do with it."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from rushes.engine.tasks import Tasks
from rushes.library.announcements import (
    Announcement,
    JobsChanged,
    JobsRemoved,
    LibraryCameBack,
    MarksChanged,
)
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.trash.size_words import contents_words
from rushes.ui.trash.trash_view import shows_trash

if TYPE_CHECKING:
    from rushes.library.library import Library
    from rushes.library.trash import TrashContents

_SOON_SECONDS = 0.1


class TrashBar(QWidget):
    """Hidden unless the trash is looked at and something lies in it.

    Signals:
        restore_requested: all that lies in the trash is to come back.
        empty_requested: all that lies in the trash is to go for good.
    """

    restore_requested = Signal()
    empty_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._tasks: Tasks | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._generation = 0
        self._is_looked_at = False
        self._is_waiting = False
        self.text = TextLabel("", TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self.restore = Button(self.tr("Restore all"), self, small=True, icon="undo")
        self.empty = Button(self.tr("Empty Trash…"), self, kind=ButtonKind.BAD, small=True)
        self._icon = IconPicture("trash", 16, Role.MUTED, self)
        told = QHBoxLayout()
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.text, 1)
        self._acts = QHBoxLayout()
        for button in (self.restore, self.empty):
            self._acts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._acts.addStretch(1)
        self._layout = QVBoxLayout(self)
        # The panel may be narrower than both buttons beside each other.
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addLayout(told)
        self._layout.addLayout(self._acts)
        self.restore.clicked.connect(self.restore_requested)
        self.empty.clicked.connect(self.empty_requested)
        self.setAccessibleName(self.tr("Trash"))
        self._apply_theme()
        self.hide()

    def attach(self, library: "Library", tasks: Tasks) -> None:
        """Tell of the trash of an open library, from now until `detach`."""
        self.detach()
        self._library, self._tasks = library, tasks
        self._unsubscribe = library.subscribe(self._on_announcement)
        self._count_soon()

    def detach(self) -> None:
        """Let go of the library."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._library = self._tasks = None
        self._generation += 1
        self._is_waiting = False

    def show_query(self, text: str) -> None:
        """Know what is looked at."""
        was_looked_at, self._is_looked_at = self._is_looked_at, shows_trash(text)
        if not self._is_looked_at:
            self.hide()
        elif not was_looked_at:
            self._count()

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, MarksChanged | JobsRemoved | JobsChanged | LibraryCameBack):
            self._count_soon()

    def _count_soon(self) -> None:
        """Count once for all that changes within a moment."""
        if self._is_looked_at and not self._is_waiting:
            self._count(_SOON_SECONDS)

    def _count(self, after: float = 0.0) -> None:
        if self._library is not None and self._tasks is not None:
            self._generation += 1
            self._is_waiting = after > 0
            read = self._read(self._library, self._generation, after)
            self._tasks.spawn(read, "what is in the trash")

    async def _read(self, library: "Library", generation: int, after: float) -> None:
        await asyncio.sleep(after)
        if generation != self._generation:
            return
        self._is_waiting = False
        contents = await library.trash_contents()
        if generation == self._generation:
            self.show_contents(contents)

    def show_contents(self, contents: "TrashContents") -> None:
        """Tell what lies in the trash."""
        words = self.tr("In the trash: {contents}. Files stay until it is emptied.")
        self.text.setText(words.format(contents=contents_words(contents.jobs, contents.size)))
        self.setVisible(self._is_looked_at and contents.jobs > 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """One beneath the other where the panel has one column."""
        px = current_theme().px
        wide = self.restore.sizeHint().width() + self.empty.sizeHint().width() + px(8 + 24)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._acts.setDirection(across if self.width() >= wide else down)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setContentsMargins(px(12), px(2), px(12), px(10))
        self._layout.setSpacing(px(6))
        self._acts.setSpacing(px(8))
        self._lay_out()
