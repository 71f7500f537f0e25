"""What stands in the picture's place when a job has no picture: what happened, and what to do."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.answers.details_fold import DetailsFold
from rushes.ui.components.button import Button
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.motion import LoopTicker, loop_phase
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_ICON = 28
_WIDTH = 420

TURNING_ICON = "in_progress"
"""The open ring, which turns while something is under way."""

ROLE_OF_ICON = {
    "sending": Role.ACCENT,
    "in_queue": Role.ACCENT,
    TURNING_ICON: Role.ACCENT,
    "download": Role.ACCENT,
    "needs_you": Role.WARN,
    "expired": Role.WARN,
    "file_missing": Role.WARN,
    "offline": Role.WARN,
    "warn": Role.WARN,
    "failed": Role.BAD,
    "refused": Role.BAD,
}
"""The colour of a state by its icon; all others are quiet."""


class _StateIcon(IconPicture):
    """The icon of a state; the ring of one that is under way turns while it is seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("info", _ICON, Role.MUTED, parent)
        self._name = ""
        self._tone = Role.MUTED
        self._ticker = LoopTicker(self)

    def show_state(self, icon: str, role: Role) -> None:
        """Show the icon of a state in its colour."""
        self._name, self._tone = icon, role
        self.set_icon(icon, role)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        if self._name != TURNING_ICON or theme.reduced_motion:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        painter.translate(middle)
        painter.rotate(360 * loop_phase())
        painter.translate(-middle)
        paint_icon(painter, self._name, QRectF(self.rect()), theme.color(self._tone))
        self._ticker.painted()


class MessagePage(QWidget):
    """An icon, a word, sentences, and the raw text of others behind "Details".

    Signals:
        settings_requested: the way to the settings was taken, where it was offered.
        act_requested: what else was offered is wanted.
    """

    settings_requested = Signal()
    act_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centred = Qt.AlignmentFlag.AlignHCenter
        self.icon = _StateIcon(self)
        self.title = TextLabel("", TextStyle.HEADING, Role.STRONG, self, wrap=True)
        self.lead = TextLabel("", TextStyle.BODY, Role.TEXT, self, wrap=True)
        self.rest = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, wrap=True)
        self.settings_button = Button(self.tr("Open Settings"), self, icon="settings")
        self.settings_button.clicked.connect(self.settings_requested)
        self.act_button = Button("", self)
        self.act_button.clicked.connect(self.act_requested)
        self._fold = DetailsFold(self.tr("Details"), self, centred=True)
        self.details_button = self._fold.button
        self.details = self._fold.text
        for label in (self.title, self.lead, self.rest):
            label.setAlignment(centred)
        self._column = QWidget(self)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.icon, 0, centred)
        for label in (self.title, self.lead, self.rest):
            column.addWidget(label)
        self._act_row = QHBoxLayout()
        self._act_row.addWidget(self.settings_button, 0, centred)
        self._act_row.addWidget(self.act_button, 0, centred)
        column.addLayout(self._act_row)
        column.addWidget(self._fold)
        column.addStretch(1)
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._column, 100)
        self._outer.addStretch(1)
        self.settings_button.hide()
        self.act_button.hide()
        # A click anywhere takes the keyboard out of a text field.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._apply_theme()

    def show_message(
        self,
        icon: str,
        title: str,
        text: str,
        detail: str = "",
        role: Role | None = None,
        *,
        offers_settings: bool = False,
    ) -> None:
        """Say something; `text` is one sentence to a line, and `detail` is shown when asked for.

        `role` colours icon and word; by itself the icon decides. `offers_settings` shows the way
        to the settings.
        """
        tone = role or ROLE_OF_ICON.get(icon, Role.MUTED)
        self.icon.show_state(icon, tone)
        self.title.setText(title)
        # Live states keep a calm word; warnings and failures colour it too.
        self.title.set_role(tone if tone in (Role.WARN, Role.BAD) else Role.STRONG)
        lead, _, rest = text.strip().partition("\n")
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.rest.setText(rest)
        self.rest.setVisible(bool(rest))
        self._fold.show_text(detail)
        self.settings_button.setVisible(offers_settings)
        self.act_button.hide()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def offer(self, act: str) -> None:
        """Offer something to do about the message that is shown."""
        self.act_button.setText(act)
        self.act_button.show()

    def _apply_theme(self) -> None:
        theme = current_theme()
        px = theme.px
        self._column.setMaximumWidth(px(_WIDTH))
        self.title.setContentsMargins(0, px(12), 0, px(6))
        self.rest.setContentsMargins(0, px(6), 0, 0)
        self._act_row.setContentsMargins(0, px(12), 0, px(8))
        self._outer.setContentsMargins(px(24), px(24), px(24), px(24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
