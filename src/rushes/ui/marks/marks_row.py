"""The marks of one take as controls: pick or reject, stars, colour label."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import UNMARKED, Flag, Mark, Marks
from rushes.ui.components.option import Option
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.stars import MOST_STARS, RatingField
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.mark_words import flag_words
from rushes.ui.marks.label_choice import LabelChoice
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICONS = {Flag.PICK: "pick", Flag.NONE: "", Flag.REJECT: "reject"}


class MarksRow(QWidget):
    """Shows how a take is marked, and asks for changes of it.

    Attributes:
        flag, stars, label: its controls.

    Signals:
        mark_requested: a `MarkChange` that a person wants.
    """

    mark_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [
            Option(flag, flag_words(flag), icon, help=self._key_of(flag))
            for flag, icon in _ICONS.items()
        ]
        self.flag = Segmented(options, self, name=self.tr("Pick or reject"))
        self.stars = RatingField(self, name=self.tr("Stars"))
        self.label = LabelChoice(self)
        self._count = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self._lower = QHBoxLayout()
        self._lower.addWidget(self.stars)
        self._lower.addWidget(self._count)
        self._lower.addStretch(1)
        self._lower.addWidget(self.label)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.flag)
        self._layout.addLayout(self._lower)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.flag.value_edited.connect(lambda flag: self._ask(Mark.FLAG, flag))
        self.stars.value_edited.connect(lambda stars: self._ask(Mark.RATING, stars))
        self.label.value_edited.connect(lambda label: self._ask(Mark.LABEL, label))
        self._apply_theme()
        self.show_marks(UNMARKED)

    def show_marks(self, marks: Marks, *, tells_count: bool = True) -> None:
        """Show how the take is marked; of takes whose stars differ there is no count to tell."""
        self.flag.set_value(marks.flag)
        self.stars.set_value(marks.rating)
        self.label.set_value(marks.label)
        self._tell_count(marks.rating)
        if not tells_count:
            self._count.setText("")

    def _ask(self, mark: Mark, value: int | Flag) -> None:
        if mark is Mark.RATING:
            self._tell_count(int(value))
        self.mark_requested.emit(MarkChange(mark, value))

    def _tell_count(self, rating: int) -> None:
        words = self.tr("{count} of {most}").format(count=rating, most=MOST_STARS)
        self._count.setText(words)

    def _key_of(self, flag: Flag) -> str:
        return DEFAULT_MARK_KEYS[MarkChange(Mark.FLAG, flag)]

    def minimumSizeHint(self) -> QSize:
        # The count is the first to go where there is little room.
        needed = self.stars.sizeHint().width() + self.label.sizeHint().width()
        return QSize(needed + current_theme().px(12), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.minimumSizeHint().width() + self._count.sizeHint().width()
        self._count.setVisible(self.width() >= needed + current_theme().px(10))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._layout.setSpacing(px(8))
        self._lower.setSpacing(px(10))
        # The ring of the last label may reach to the edge, its square does not.
        self._lower.setContentsMargins(px(1), 0, 0, 0)
