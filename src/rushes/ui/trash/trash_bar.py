"""The bar above the grid while the trash is looked at: what it holds, and what to do with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
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

_SOON_MILLISECONDS = 100


class TrashBar(QWidget):
    """Hidden unless the trash is looked at.

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
        self.text = TextLabel("", TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self.restore = Button(self.tr("Restore all"), self, small=True, icon="undo")
        self.empty = Button(self.tr("Empty Trash…"), self, kind=ButtonKind.BAD, small=True)
        self._icon = IconPicture("trash", 16, Role.MUTED, self)
        told = QHBoxLayout()
        told.addWidget(self._icon)
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
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MILLISECONDS)
        self._soon.timeout.connect(self._count)
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
        self._soon.stop()

    def show_query(self, text: str) -> None:
        """Know what is looked at."""
        shown = shows_trash(text)
        if shown and self.isHidden():
            self.text.setText(self.tr("Trash"))
            self._enable(False)
            self._count()
        self.setVisible(shown)

    def _on_announcement(self, announcement: Announcement) -> None:
        if isinstance(announcement, MarksChanged | JobsRemoved | JobsChanged | LibraryCameBack):
            self._count_soon()

    def _count_soon(self) -> None:
        if not self.isHidden() and not self._soon.isActive():
            self._soon.start()

    def _count(self) -> None:
        if self._library is not None and self._tasks is not None:
            self._generation += 1
            self._tasks.spawn(self._read(self._library, self._generation), "what is in the trash")

    async def _read(self, library: "Library", generation: int) -> None:
        contents = await library.trash_contents()
        if generation == self._generation:
            self.show_contents(contents)

    def show_contents(self, contents: "TrashContents") -> None:
        """Tell what lies in the trash."""
        words = self.tr("The trash is empty.")
        if contents.jobs:
            words = self.tr("In the trash: {contents}. Files stay until it is emptied.").format(
                contents=contents_words(contents.jobs, contents.size)
            )
        self.text.setText(words)
        self._enable(contents.jobs > 0)

    def _enable(self, enabled: bool) -> None:
        self.restore.setEnabled(enabled)
        self.empty.setEnabled(enabled)

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
        self._layout.setContentsMargins(px(12), 0, px(12), px(8))
        self._layout.setSpacing(px(6))
        self._acts.setSpacing(px(8))
        self._lay_out()
