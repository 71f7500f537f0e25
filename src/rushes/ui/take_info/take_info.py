"""The block under the Viewer: which take this is, its words, and what can be used again."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.job import Job
from rushes.ui.components.button import Button
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.menu import Menu
from rushes.ui.job_faces.acts import has_prompt, seed_of
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.marks.marks_sign import MarksSign
from rushes.ui.take_info.summary import inputs_line
from rushes.ui.take_info.two_lines import TwoLines
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

_NARROW = 560
_TITLE = 120


class TakeInfo(QWidget):
    """Tells what the current job was made from; hidden while there is none.

    Signals:
        use_all_requested: take over everything, the seed too.
        remix_requested: take over everything but the seed.
        use_prompt_requested, use_seed_requested: take over one thing.
    """

    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._title = ElidedLabel("", TextStyle.CONTROL, Role.STRONG, self)
        self._title.set_weight(SEMIBOLD)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.marks = MarksSign(self)
        self._takes = ("", 1)
        self.prompt = TwoLines(self)
        self._inputs = ElidedLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self.use_all = Button(self.tr("Use all"), self, icon="use_all", small=True)
        self.remix = Button(self.tr("Remix"), self, icon="remix", small=True)
        self.use_prompt = Button(self.tr("Use prompt"), self, small=True)
        self.use_seed = Button(self.tr("Use seed"), self, small=True)
        for button, wish in (
            (self.use_all, self.use_all_requested),
            (self.remix, self.remix_requested),
            (self.use_prompt, self.use_prompt_requested),
            (self.use_seed, self.use_seed_requested),
        ):
            button.clicked.connect(lambda _=False, wish=wish: self._wish(wish))
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self.marks)
        self._head.addStretch(1)
        self.more = IconButton("more", self.tr("More to reuse"), self, small=True)
        self.more.clicked.connect(self._open_more)
        for button in self._buttons:
            self._head.addWidget(button)
        self._head.addWidget(self.more)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._head)
        self._layout.addWidget(self.prompt)
        self._layout.addWidget(self._inputs)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._apply_theme()
        self.hide()

    @property
    def job(self) -> Job | None:
        """The job that is told of."""
        return self._job

    def show_job(self, job: Job | None) -> None:
        """Tell of another job, or of the same as it is now."""
        self._job = job
        self.setVisible(job is not None)
        if job is None:
            return
        self._title.setText(self._title_of(job))
        self.marks.show_marks(job.marks)
        self.prompt.set_text(job.prompt)
        self._inputs.setText(inputs_line(job))
        self.use_prompt.setEnabled(has_prompt(job))
        self.use_seed.setEnabled(seed_of(job) is not None)
        self._fit()

    def show_takes(self, shot_id: str, takes: int) -> None:
        """Know how many takes a shot has."""
        self._takes = (shot_id, takes)
        if self._job is not None:
            self._title.setText(self._title_of(self._job))
            self._fit()

    def _title_of(self, job: Job) -> str:
        shot_id, takes = self._takes
        if job.shot_id != shot_id or takes < 2:
            return job_title(job, has_siblings=False).text
        words = self.tr("Take {number} of {count}")
        return words.format(number=count_text(job.take), count=count_text(max(takes, job.take)))

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.use_all, self.remix, self.use_prompt, self.use_seed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the lesser acts into a menu where there is no room for all."""
        is_narrow = self.width() < current_theme().px(_NARROW)
        self.use_prompt.setVisible(not is_narrow)
        self.use_seed.setVisible(not is_narrow)
        self.more.setVisible(is_narrow)
        self.remix.setVisible(not is_narrow or self._has_room_for_remix())

    def _has_room_for_remix(self) -> bool:
        """Whether the title stands in full beside the marks and two words."""
        theme = current_theme()
        parts: list[QWidget] = [self.use_all, self.remix, self.more]
        if not self.marks.isHidden():
            parts.append(self.marks)
        taken = sum(part.sizeHint().width() + theme.px(8) for part in parts)
        title = QFontMetricsF(self._title.font()).horizontalAdvance(self._title.text()) + 1
        # A name may be longer than any window is wide: what it is to keep is enough to tell it.
        wanted = min(title, theme.px(_TITLE))
        return taken + wanted <= self.width() - 2 * theme.px(16)

    def _open_more(self) -> None:
        menu = Menu(parent=self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._buttons:
            if not button.isHidden():
                continue
            action = menu.add_action(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _wish(self, wish: "Signal") -> None:
        if self._job is not None:
            wish.emit(self._job.id)  # type: ignore[attr-defined]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Role.PANEL))
        painter.fillRect(0, 0, self.width(), 1, theme.color(Role.LINE))

    def _apply_theme(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._layout.setSpacing(theme.px(4))
        self._head.setSpacing(theme.px(8))
        self._head.setContentsMargins(0, 0, 0, theme.px(4))
        self._fit()
