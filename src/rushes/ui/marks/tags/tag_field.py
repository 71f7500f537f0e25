"""The field in which tags are typed, several at once with commas between them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rushes.domain.marks import tag_key, tidy_tag
from rushes.ui.components.line_field import LineField

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagField(LineField):
    """Completion speaks of the tag behind the last comma.

    Signals:
        step_requested: choose another suggestion, so many rows further down.
        completion_requested: Tab: have the chosen suggestion in the field.
        given: Enter: what is typed is to be given.
        emptied_backwards: Backspace in an empty field.
    """

    step_requested = Signal(int)
    completion_requested = Signal()
    given = Signal()
    emptied_backwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon="tag")
        self.setPlaceholderText(self.tr("Add tags, with commas between them"))
        self.setAccessibleName(self.tr("Tags to add"))

    @property
    def beginning(self) -> str:
        """What is typed of the last tag."""
        return tidy_tag(self.text().rpartition(",")[2])

    @property
    def before(self) -> list[str]:
        """The tags that are typed before the last."""
        return typed_tags(self.text().rpartition(",")[0])

    def complete(self, tag: str) -> None:
        """Have a tag in the place of the last one."""
        self.setText(", ".join([*self.before, tag]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers():
            self.step_requested.emit(_MOVES[key])
        elif key in _RETURN:
            if not event.isAutoRepeat():
                self.given.emit()
        elif key == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.emptied_backwards.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes the suggestion first, while something is typed."""
        if next and self.beginning:
            self.completion_requested.emit()
            return True
        return super().focusNextPrevChild(next)


def typed_tags(text: str) -> list[str]:
    """The tags in a text with commas, each once, as they are kept."""
    found: dict[str, str] = {}
    for part in text.split(","):
        tag = tidy_tag(part)
        if tag:
            found.setdefault(tag_key(tag), tag)
    return list(found.values())
