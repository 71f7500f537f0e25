"""Asks what is to be done with takes that are still under way, before they go to the trash."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rushes.domain.selection import Selection
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.floating_bar import EDGE, FloatingBar
from rushes.ui.components.text_label import TextLabel
from rushes.ui.job_faces.measures import count_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle


class RunningAnswer(Enum):
    """What a person says."""

    REST = auto()
    """Only those that are at their end go to the trash."""
    ALL = auto()
    """All go, and what can be cancelled is asked to be."""
    LEAVE = auto()
    """Nothing happens."""


class RunningQuestion(FloatingBar):
    """Floats over the panel in which takes were to be trashed; Escape leaves all as it is.

    Args:
        host: that panel.
        chosen: what was to be trashed; some of it is under way.

    Signals:
        answered: a `RunningAnswer`; the question goes by itself.
    """

    answered = Signal(object)

    def __init__(self, host: QWidget, chosen: Selection) -> None:
        super().__init__(host, Role.WARN)
        self._before = QApplication.focusWidget()
        self._is_answered = False
        self.title = TextLabel(
            self._title_of(chosen), TextStyle.BODY, Role.STRONG, self, weight=SEMIBOLD, wrap=True
        )
        self.text = TextLabel(self._text_of(chosen), TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self.leave = Button(self._leave_words(chosen), self, small=True)
        self.rest = Button(self._rest_words(chosen), self, small=True)
        self.rest.setVisible(chosen.jobs > chosen.under_way)
        self.all = Button(self._all_words(chosen), self, kind=ButtonKind.WARN, small=True)
        self._answers = QHBoxLayout()
        for button, answer in (
            (self.leave, RunningAnswer.LEAVE),
            (self.rest, RunningAnswer.REST),
            (self.all, RunningAnswer.ALL),
        ):
            self._answers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        self._answers.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addLayout(self._answers)
        self._row = QHBoxLayout(self)
        self._icon = IconPicture("warn", 16, Role.WARN, self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        px = current_theme().px
        self._row.setSpacing(px(10))
        words.setSpacing(px(6))
        self._answers.setSpacing(px(8))
        self._answers.setContentsMargins(0, px(4), 0, 0)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text.text())

    def ask(self) -> None:
        """Show it, with the keyboard on the answer that changes nothing."""
        self.place()
        self.show()
        self.leave.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            buttons = [each for each in (self.leave, self.rest, self.all) if not each.isHidden()]
            px = current_theme().px
            side = px(8 if self.is_narrow else 12)
            self._icon.setVisible(not self.is_narrow)
            self._row.setContentsMargins(side + EDGE, px(10), side, px(12))
            wide = sum(each.sizeHint().width() + px(8) for each in buttons) + px(68) + EDGE
            fits = host.width() >= wide
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._answers.setDirection(across if fits else down)
        super().place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The words take another height at another width.
        if event.size().width() != event.oldSize().width():
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(RunningAnswer.LEAVE)
        else:
            # What is chosen behind it is not to be marked meanwhile.
            event.accept()

    def dismiss(self) -> None:
        """Go, as if all was left as it is."""
        self._answer(RunningAnswer.LEAVE)

    def _answer(self, answer: RunningAnswer) -> None:
        if self._is_answered:
            return
        self._is_answered = True
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.answered.emit(answer)
        self.deleteLater()

    def _title_of(self, chosen: Selection) -> str:
        if chosen.jobs == 1:
            if chosen.running:
                return self.tr("This take is still running and is paid for.")
            if chosen.waiting:
                return self.tr("This take still waits to be sent.")
            return self.tr("This take waits for your answer, and may be paid for.")
        if chosen.running == chosen.under_way:
            one = self.tr("1 of these {all} takes is still running and is paid for.")
            many = self.tr("{count} of these {all} takes are still running and are paid for.")
        elif chosen.waiting == chosen.under_way:
            one = self.tr("1 of these {all} takes still waits to be sent.")
            many = self.tr("{count} of these {all} takes still wait to be sent.")
        else:
            one = self.tr("1 of these {all} takes is still under way, and may be paid for.")
            many = self.tr("{count} of these {all} takes are still under way; some are paid for.")
        words = one if chosen.under_way == 1 else many
        return words.format(count=count_text(chosen.under_way), all=count_text(chosen.jobs))

    def _text_of(self, chosen: Selection) -> str:
        told = []
        if chosen.waiting:
            told.append(self.tr("What waits here is surely not charged when it is cancelled."))
        if chosen.can_cancel > chosen.waiting:
            told.append(
                self.tr(
                    "The service is asked to cancel what runs, and may say no. What is made all "
                    "the same is fetched, and lies in the trash."
                )
            )
        elif chosen.running:
            told.append(
                self.tr("It can be cancelled no longer. It is fetched, and lies in the trash.")
            )
        if chosen.asking:
            told.append(self.tr("What waits for your answer goes on waiting in the trash."))
        return " ".join(told)

    def _leave_words(self, chosen: Selection) -> str:
        return self.tr("Leave it") if chosen.jobs == 1 else self.tr("Leave them")

    def _rest_words(self, chosen: Selection) -> str:
        rest = chosen.jobs - chosen.under_way
        words = self.tr("Trash the other one") if rest == 1 else self.tr("Trash the other {count}")
        return words.format(count=count_text(rest))

    def _all_words(self, chosen: Selection) -> str:
        if chosen.can_cancel:
            one, many = self.tr("Cancel and trash"), self.tr("Cancel and trash {count}")
        else:
            one, many = self.tr("Trash it all the same"), self.tr("Trash {count} all the same")
        return (one if chosen.jobs == 1 else many).format(count=count_text(chosen.jobs))
