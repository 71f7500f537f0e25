"""The sheets that ask before takes go for good: this is what Rushes cannot undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.library.trash import Emptied, TrashContents
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text, received_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from rushes.ui.trash.size_words import takes_words
from rushes.ui.window.sheet import Sheet

_WIDTH = 400


class AskingSheet(Sheet):
    """Says what would happen; its last button has it happen. Any other way out changes nothing.

    Signals:
        confirmed: the last button was pressed.
    """

    confirmed = Signal()

    def __init__(
        self, title: str, sentences: list[str], keep: str, act: str, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        theme = current_theme()
        for text in sentences:
            label = TextLabel(text, TextStyle.BODY, Role.TEXT, self, wrap=True)
            label.setFixedWidth(theme.px(_WIDTH))
            self.body.addWidget(label)
        self.keep = Button(keep, self)
        self.act = Button(act, self, kind=ButtonKind.BAD, icon="trash")
        self.keep.clicked.connect(self.close)
        self.act.clicked.connect(self._on_act_clicked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.setContentsMargins(0, theme.px(8), 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.act)
        self.body.addLayout(buttons)
        self.setAccessibleDescription(" ".join(sentences))

    def show_over(self, window: QWidget) -> None:
        super().show_over(window)
        self.keep.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_act_clicked(self) -> None:
        self.confirmed.emit()
        self.close()


class EmptyingSheet(AskingSheet):
    """Asks before the trash is emptied, or some takes of it are removed.

    Args:
        contents: what would go.
        is_all: whether that is all that lies in the trash.
    """

    def __init__(self, contents: TrashContents, parent: QWidget, *, is_all: bool) -> None:
        leaving = contents.jobs - contents.under_way
        title = self.tr("Empty the trash?")
        act = self.tr("Empty Trash")
        if not is_all:
            title = self.tr("Remove {takes} for good?").format(takes=takes_words(leaving))
            act = self.tr("Remove")
        super().__init__(title, self._sentences(contents, leaving), self.tr("Keep"), act, parent)

    def _sentences(self, contents: TrashContents, leaving: int) -> list[str]:
        gone = self.tr("{takes} leave Rushes for good, with their marks, notes and settings.")
        if leaving == 1:
            gone = self.tr("1 take leaves Rushes for good, with its marks, notes and settings.")
        told = [gone.format(takes=takes_words(leaving))]
        if contents.size:
            files = self.tr("The files ({size}) go to the system’s trash.")
            told.append(files.format(size=received_text(contents.size, None)))
        if contents.under_way:
            stays = self.tr("{count} are still under way, and stay until they are at their end.")
            if contents.under_way == 1:
                stays = self.tr("1 is still under way, and stays until it is at its end.")
            told.append(stays.format(count=count_text(contents.under_way)))
        told.append(self.tr("Rushes cannot undo this."))
        return told


class NoTrashSheet(AskingSheet):
    """Says that the system's trash takes the files not, and offers to keep them."""

    def __init__(self, done: Emptied, parent: QWidget) -> None:
        first = self.tr("On this drive the system has no trash, or it takes no more.")
        if done.files:
            first = self.tr("Some files could not go to the system’s trash.")
        kept = self.tr("They stay in the trash of Rushes, and nothing of them is lost.")
        other = self.tr("Deleted files cannot be brought back by any program.")
        super().__init__(
            self.tr("The system’s trash took no files"),
            [f"{first} {kept}", other],
            self.tr("Keep in Trash"),
            self.tr("Delete for good"),
            parent,
        )
