"""One answer that a person can give: icon, title, consequence, and what does it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.ui.answers.lead_text import LeadText
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 18


class AnswerRow(QWidget):
    """Words on the left, acts on the right, or beneath the words where it is narrow.

    `add_act` puts the acts in. A row without an act only says what is so.

    Attributes:
        icon, title, text: what it says.
        obstacle: a sentence on what it needs and is away, beneath; a problem takes its place.
        problem: a sentence on what went wrong with the answer, beneath; hidden while all is well.
        remedy: what puts that right; hidden where nothing here can.

    Signals:
        remedy_requested: the remedy was chosen.
    """

    remedy_requested = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        parent: QWidget | None = None,
        *,
        lead: str = "",
        icon_role: Role = Role.MUTED,
    ) -> None:
        super().__init__(parent)
        self.icon = IconPicture(icon, _ICON, icon_role, self)
        self.title = TextLabel(title, TextStyle.TITLE, Role.STRONG, self, wrap=True)
        self.text = LeadText(text, self, lead=lead)
        self.obstacle = ErrorLine("", self, role=Role.WARN, icon="offline")
        self.problem = ErrorLine("", self)
        self.remedy = Button("", self, small=True)
        self.remedy.hide()
        self.remedy.clicked.connect(self.remedy_requested)
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.text)
        self._acts = QHBoxLayout()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side.addLayout(self._words, 1)
        self._side.addLayout(self._acts)
        self._body = QVBoxLayout()
        self._body.addLayout(self._side)
        self._body.addWidget(self.obstacle)
        self._body.addWidget(self.problem)
        self._body.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._body, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._apply_theme()

    @property
    def is_narrow(self) -> bool:
        """Whether the acts stand beneath the words."""
        return self._side.direction() == QBoxLayout.Direction.TopToBottom

    def add_act(self, widget: QWidget, stretch: int = 0) -> None:
        """Put an act at the end."""
        self._acts.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, text: str, *, lead: str = "") -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.set_text(text, lead=lead)

    def show_obstacle(self, sentence: str, icon: str = "") -> None:
        """Say what it needs and is away; nothing is without a text."""
        self.obstacle.set_message(sentence, icon)
        self.obstacle.setVisible(bool(sentence) and not self.problem.text())

    def show_problem(self, sentence: str, remedy: str = "") -> None:
        """Say what went wrong, and let the person try again; nothing is wrong without a text.

        `remedy` is the word for what puts it right.
        """
        self.problem.set_message(sentence)
        self.obstacle.setVisible(bool(self.obstacle.text()) and not sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))

    def begin_anew(self) -> None:
        """Stand as if nothing had been asked yet."""
        self.show_problem("")

    def set_narrow(self, narrow: bool) -> None:
        """Put the acts beneath the words, or beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side.setDirection(down if narrow else across)
        self._acts.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        self._space()

    def _space(self) -> None:
        px = current_theme().px
        self._side.setSpacing(px(10) if self.is_narrow else px(14))

    def _apply_theme(self) -> None:
        px = current_theme().px
        # One pixel more at the top: the line.
        self._row.setContentsMargins(px(16), px(14) + 1, px(16), px(14))
        self._row.setSpacing(px(14))
        self._words.setSpacing(px(2))
        self._acts.setSpacing(px(6))
        self._body.setSpacing(px(4))
        self.icon.setContentsMargins(0, 1, 0, 0)
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = current_theme().color(Role.LINE)
        QPainter(self).fillRect(0, 0, self.width(), 1, line)


class ButtonRow(AnswerRow):
    """An answer that one button gives; it can be pressed once until something changes.

    Signals:
        chosen: the button was pressed.
    """

    chosen = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        act: str,
        parent: QWidget | None = None,
        *,
        kind: ButtonKind = ButtonKind.NORMAL,
        icon_role: Role = Role.MUTED,
        once: bool = True,
    ) -> None:
        super().__init__(icon, title, text, parent, icon_role=icon_role)
        self._once = once
        self.button = Button(act, self, kind=kind)
        self.button.setAccessibleDescription(title)
        self.button.clicked.connect(self._on_clicked)
        self.add_act(self.button)

    def say(self, title: str, text: str, *, lead: str = "") -> None:
        super().say(title, text, lead=lead)
        self.button.setAccessibleDescription(title)

    def show_problem(self, sentence: str, remedy: str = "") -> None:
        super().show_problem(sentence, remedy)
        self.button.setEnabled(True)

    def begin_anew(self) -> None:
        super().begin_anew()
        self.button.setEnabled(True)

    def _on_clicked(self) -> None:
        if self._once:
            super().show_problem("")
            # Else the keyboard would go on to the next answer with the same key.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.button.setEnabled(False)
        self.chosen.emit()
