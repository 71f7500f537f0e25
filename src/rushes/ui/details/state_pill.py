"""The state of a job beside its title: icon and word."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.card_face import StateFace, Tone
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.long_texts import shown_part
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import MEDIUM, TextStyle

_ICON = 14
_LONGEST = 24


class StatePill(QWidget):
    """Tells how a job stands; alone, the word of a good state has its colour too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconPicture("ready", _ICON, Role.OK, self)
        self.word = TextLabel("", TextStyle.CONTROL, Role.OK, self, weight=MEDIUM)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._apply_theme()

    def show_face(self, face: StateFace) -> None:
        """Tell another state."""
        icon, word = face.tone.value
        self._icon.set_icon(face.icon, icon)
        # A word of the service's own may be any.
        self.word.setText(shown_part(face.word, _LONGEST))
        self.word.set_role(Role.OK if face.tone is Tone.OK else word)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        self._row.setSpacing(current_theme().px(6))
