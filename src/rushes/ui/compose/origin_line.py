"""Which take the draft came from, while the next job belongs to its shot."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.domain.job import Job
from rushes.domain.titles import shot_name
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.icon_button import IconButton
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class OriginLine(QWidget):
    """ "Remix of Log cabin, take 3", with a cross that cuts the tie; hidden while there is none.

    Signals:
        cut_requested: the cross was pressed.
    """

    cut_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconPicture("remix", 13, Role.MUTED, self)
        self._words = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self)
        self.cross = IconButton(
            "close", self.tr("Begin a new shot instead"), self, small=True, icon_size=12
        )
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.cross)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cross.clicked.connect(self.cut_requested)
        self.show_job(None)
        self._apply_theme()

    def show_job(self, job: Job | None) -> None:
        """Name the take that the draft came from; None hides the line."""
        self._words.setText("" if job is None else self._sentence(job))
        self.setVisible(job is not None)

    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def _sentence(self, job: Job) -> str:
        shot = shot_name(job.prompt) or self.tr("a take without words")
        return self.tr("Remix of {shot}, take {take}").format(shot=shot, take=job.take)

    def _apply_theme(self) -> None:
        self._layout.setSpacing(current_theme().px(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
