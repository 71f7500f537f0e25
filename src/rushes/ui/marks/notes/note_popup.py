"""The popup in which a note is written, on a frame or on the whole take."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.key_cap import key_text
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text
from rushes.ui.marks.mark_popup import MarkPopup
from rushes.ui.marks.notes.note_drafts import NoteDrafts
from rushes.ui.marks.notes.note_text import NoteText
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_TAKE = -1


class NotePopup(MarkPopup):
    """Ctrl+Enter or a click elsewhere keeps the note, Escape leaves it; an empty one is removed.

    Attributes:
        where: chooses between frame and take; there only where both are possible.
        text: what is written.

    Signals:
        change_requested: a `NoteChange` that a person wants.
    """

    change_requested = Signal(object)

    def __init__(
        self, host: QWidget, whose: str, drafts: NoteDrafts, *, is_for_many: bool = False
    ) -> None:
        """`whose` says which takes the note is about."""
        super().__init__(host)
        self._whose = whose
        self._is_for_many = is_for_many
        self._drafts = drafts
        self._title = TextLabel("", TextStyle.CONTROL, Role.STRONG, self, weight=SEMIBOLD)
        self._of = ElidedLabel(whose, TextStyle.CONTROL, Role.MUTED, self)
        self.where: Segmented | None = None
        self.text = NoteText(self)
        head = QHBoxLayout()
        head.setSpacing(current_theme().px(8))
        head.addWidget(self._title)
        head.addWidget(self._of, 1)
        self.body.addLayout(head)
        if len(drafts.places) > 1:
            self.where = Segmented(
                [Option(_value(place), _place_words(place)) for place in drafts.places],
                self,
                name=self.tr("Where the note is"),
            )
            self.where.set_value(_value(drafts.place))
            self.where.value_edited.connect(self._on_moved)
            self.body.addWidget(self.where)
        self.body.addWidget(self.text)
        self._hint = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self.body.addWidget(self._hint)
        self.setFocusProxy(self.text)
        self.text.text_edited.connect(self._on_edited)
        self.text.keep_requested.connect(lambda: self.finish(keeps=True))
        self.text.height_changed.connect(self.fit)
        self._show()

    @property
    def title(self) -> str:
        """What is written here, in words."""
        return self._title.text()

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def keep(self) -> None:
        for change in self._drafts.changes():
            self.change_requested.emit(change)

    def _on_edited(self, text: str) -> None:
        self._drafts.type(text)
        self._show_hint()

    def _on_moved(self, value: int) -> None:
        self._drafts.move(None if value == _TAKE else value)
        self._show()
        self.take_focus()

    def _show(self) -> None:
        place = self._drafts.place
        if self._is_for_many:
            title = self.tr("Note on each take")
        elif place is None:
            title = self.tr("Note on the take")
        else:
            title = self.tr("Note on frame {number}").format(number=count_text(place + 1))
        self._title.setText(title)
        self.setAccessibleName(f"{title}, {self._whose}")
        self.text.editor.setAccessibleName(f"{title}, {self._whose}")
        self.text.set_text(self._drafts.text)
        placeholder = self.tr("Write a note")
        if self._drafts.differ:
            placeholder = self.tr("The takes have different notes. What you write replaces them.")
        self.text.editor.set_placeholder(placeholder)
        self._show_hint()

    def _show_hint(self) -> None:
        keys = {"key": key_text("Ctrl+Return")}
        hint = self.tr("{key} keeps it, Esc leaves it as it was").format(**keys)
        if self._drafts.had_text and not self.text.text().strip() and not self._drafts.differ:
            hint = self.tr("{key} removes it, Esc leaves it as it was").format(**keys)
        if hint != self._hint.text():
            self._hint.setText(hint)
            self.fit()


def _value(place: int | None) -> int:
    return _TAKE if place is None else place


def _place_words(place: int | None) -> str:
    if place is None:
        return QCoreApplication.translate("NotePopup", "Whole take")
    words = QCoreApplication.translate("NotePopup", "Frame {number}")
    return words.format(number=count_text(place + 1))
