"""The tags of a take in a row that can be changed, as Details shows it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.components.chip import Chip
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.marks.tags.tag_chips import PartialTag, TagChips


class TagsRow(QWidget):
    """Shows tags as chips with a cross, and behind them a button that leads to more.

    Attributes:
        chips: the tags.
        more: the button.

    Signals:
        change_requested: a `TagChange` that a person wants.
        edit_requested: a person wants to see and give further tags.
    """

    change_requested = Signal(object)
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = Chip("", self, icon="plus", outlined=True)
        self.chips = TagChips(self, tail=self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.chips)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.more)
        self.chips.change_requested.connect(self.change_requested)
        self.chips.emptied.connect(self.more.setFocus)
        self.chips.pressed.connect(lambda _tag: self.edit_requested.emit())
        self.more.clicked.connect(self.edit_requested)
        self._retranslate()

    def show_tags(self, tags: Sequence[str], partial: Sequence[PartialTag] = ()) -> None:
        """Show the tags of a take, or of several; `partial` are those that only some have."""
        self.chips.show_tags(tags, partial)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tags"))
        self.more.setText(self.tr("Tag"))
        self.more.setAccessibleName(self.tr("Add tags"))
        set_tool_tip(self.more, f"{self.tr('Add tags')}  {DEFAULT_MARK_KEYS[MarkCommand.TAGS]}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
