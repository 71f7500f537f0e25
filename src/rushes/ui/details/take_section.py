"""Which take it is, how it stands, its prompt, and what can be used again."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.job import Job
from rushes.domain.word_changes import WordChanges, word_changes
from rushes.ui.answers.details_fold import DetailsFold
from rushes.ui.answers.told import Told
from rushes.ui.components.button import Button
from rushes.ui.components.card_face import StateFace, Tone
from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.empty_state import IconPicture
from rushes.ui.components.text_label import TextLabel
from rushes.ui.details.fact_row import MARGIN
from rushes.ui.details.followed_takes import ToldTakes
from rushes.ui.details.prompt_view import PromptView
from rushes.ui.details.prompt_words import prompt_was
from rushes.ui.details.state_pill import StatePill
from rushes.ui.job_faces.acts import has_prompt, seed_of
from rushes.ui.job_faces.measures import count_text
from rushes.ui.job_faces.titles import job_title
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle

_DIAMOND = 9


class TakeSection(QWidget):
    """The upper part of the panel.

    Attributes:
        title, count, state: which take it is, and how it stands.
        prompt: its prompt.
        was: how that was in the take before.
        use_all, remix, use_prompt, use_seed: take over what it was made from.

    Signals:
        use_all_requested, remix_requested, use_prompt_requested, use_seed_requested: job id.
    """

    use_all_requested = Signal(str)
    remix_requested = Signal(str)
    use_prompt_requested = Signal(str)
    use_seed_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job_id = ""
        self._compared: tuple[str, str] = ("", "")
        self._changes = WordChanges()
        self.title = ElidedLabel("", TextStyle.HEADING, Role.STRONG, self)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count = TextLabel("", TextStyle.CONTROL, Role.MUTED, self, tabular=True)
        self.state = StatePill(self)
        self._head, self._stand = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title)
        for row in (self._head, self._stand):
            row.addStretch(1)
        self._is_tight: bool | None = None
        self.words = TextLabel("", TextStyle.CONTROL, Role.TEXT, self, wrap=True)
        self.raw = DetailsFold(self.tr("Details"), self)
        self.prompt = PromptView(self)
        self._no_prompt = TextLabel("", TextStyle.BODY, Role.MUTED, self, wrap=True)
        self._diamond = IconPicture("diamond", _DIAMOND, Role.ACCENT, self)
        self.was = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, wrap=True)
        self._was_row = QHBoxLayout()
        self._was_mark = QVBoxLayout()
        self._was_mark.addWidget(self._diamond, 0, Qt.AlignmentFlag.AlignTop)
        self._was_row.addLayout(self._was_mark)
        self._was_row.addWidget(self.was, 1)
        self.use_all = Button(self.tr("Use all"), self, icon="use_all", small=True)
        self.remix = Button(self.tr("Remix"), self, icon="remix", small=True)
        self.use_prompt = Button(self.tr("Prompt"), self, small=True)
        self.use_seed = Button(self.tr("Seed"), self, small=True)
        self.use_prompt.setAccessibleName(self.tr("Use prompt"))
        self.use_seed.setAccessibleName(self.tr("Use seed"))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._stand)
        for each in (self.words, self.raw, self.prompt, self._no_prompt):
            self._column.addWidget(each)
        for line in (self._was_row, self._upper, self._lower):
            self._column.addLayout(line)
        self._is_narrow: bool | None = None
        self._connect()
        self._apply_theme()

    def _connect(self) -> None:
        for button, wish in zip(
            self._buttons,
            (
                self.use_all_requested,
                self.remix_requested,
                self.use_prompt_requested,
                self.use_seed_requested,
            ),
            strict=True,
        ):
            button.clicked.connect(lambda _=False, wish=wish: wish.emit(self._job_id))

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.use_all, self.remix, self.use_prompt, self.use_seed)

    def show_takes(self, takes: ToldTakes) -> None:
        """Tell of another take, or of several."""
        single = takes.single
        for button in self._buttons:
            button.setVisible(single is not None)
        self._upper.setContentsMargins(0, current_theme().px(6) if single else 0, 0, 0)
        self.count.setVisible(single is not None and takes.takes > 1)
        self.state.setVisible(single is not None)
        if single is None:
            self._show_many(takes)
        else:
            self._show_one(single.job, takes)
        self._place_head()

    def show_state(self, face: StateFace, said: Told) -> None:
        """Tell how the take stands now, and why where that is no matter of course."""
        self.state.show_face(face)
        self._place_head()
        is_live = face.tone in (Tone.LIVE, Tone.QUIET)
        text = said.text or (face.detail if is_live else "")
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.raw.show_text(said.detail)

    def _show_one(self, job: Job, takes: ToldTakes) -> None:
        self._job_id = job.id
        self.title.setText(job_title(job, has_siblings=False).name)
        words = self.tr("Take {number} of {count}")
        count = count_text(max(takes.takes, job.take))
        self.count.setText(words.format(number=count_text(job.take), count=count))
        before = takes.before.job if takes.before is not None else None
        changes = self._changed(before, job)
        self._show_prompt(job.prompt, "", changes)
        take = "" if before is None else count_text(before.take)
        self._show_was(prompt_was(changes, take) if before is not None else "")
        self.use_all.setEnabled(bool(job.request.model_id))
        self.remix.setEnabled(bool(job.request.model_id))
        self.use_prompt.setEnabled(has_prompt(job))
        self.use_seed.setEnabled(seed_of(job) is not None)

    def _show_many(self, takes: ToldTakes) -> None:
        self._job_id = ""
        words = self.tr("{count} takes chosen")
        self.title.setText(words.format(count=count_text(len(takes.keys))))
        self.words.setVisible(False)
        self.raw.show_text("")
        prompts = {entry.job.prompt for entry in takes.entries}
        common = prompts.pop() if len(prompts) == 1 else ""
        self._show_prompt(common, self.tr("Their prompts differ."), WordChanges())
        self._show_was("")

    def _changed(self, before: Job | None, job: Job) -> WordChanges:
        """What sets the prompt apart; counted once for every two prompts."""
        pair = ("" if before is None else before.prompt, job.prompt)
        if before is None:
            return WordChanges()
        if pair != self._compared:
            self._compared, self._changes = pair, word_changes(_lines(pair[0]), _lines(pair[1]))
        return self._changes

    def _show_prompt(self, text: str, otherwise: str, changes: WordChanges) -> None:
        has_words = bool(text.strip())
        self.prompt.setVisible(has_words)
        # A prompt that is another one altogether has no words that stand out.
        spans = () if changes.is_rewritten else changes.new
        self.prompt.show_prompt(_lines(text), spans)
        self._no_prompt.setText(otherwise or self.tr("Without words"))
        self._no_prompt.setVisible(not has_words)

    def _show_was(self, text: str) -> None:
        self.was.setText(text)
        for each in (self.was, self._diamond):
            each.setVisible(bool(text))

    # Look

    def _place_head(self) -> None:
        """Have take and state beside the title, or beneath it where that has no room then."""
        px = current_theme().px
        shown = [each for each in (self.count, self.state) if not each.isHidden()]
        parts = (self.title, *shown)
        wanted = sum(each.sizeHint().width() for each in parts) + px(8) * (len(parts) - 1)
        is_tight = wanted > self.width() - 2 * px(MARGIN)
        if is_tight is self._is_tight:
            return
        self._is_tight = is_tight
        row = self._stand if is_tight else self._head
        for each in (self.count, self.state):
            for line in (self._head, self._stand):
                line.removeWidget(each)
        row.insertWidget(row.count() - 1, self.count)
        row.addWidget(self.state)

    def _place_buttons(self) -> None:
        """Have all buttons in a row, or the lesser ones beneath where they have no room."""
        px = current_theme().px
        room = self.width() - 2 * px(MARGIN)
        wanted = sum(button.sizeHint().width() for button in self._buttons)
        is_narrow = wanted + px(6) * (len(self._buttons) - 1) > room
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for place, button in enumerate(self._buttons):
            row = self._lower if is_narrow and place >= 2 else self._upper
            for each in (self._upper, self._lower):
                each.removeWidget(button)
            row.insertWidget(row.count() - 1, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
        self._place_buttons()

    def minimumSizeHint(self) -> QSize:
        # What is in one row now may stand in two.
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(MARGIN), px(2), px(MARGIN), px(14))
        self._column.setSpacing(px(6))
        self._head.setSpacing(px(8))
        self._stand.setSpacing(px(8))
        self._head.setContentsMargins(0, 0, 0, px(2))
        self._was_row.setSpacing(px(5))
        self._was_mark.setContentsMargins(0, px(2.5), 0, 0)
        for row in (self._upper, self._lower):
            row.setSpacing(px(6))
        self._is_narrow = self._is_tight = None
        self._place_head()
        self._place_buttons()


def _lines(text: str) -> str:
    """A text with its line breaks as Qt's documents have them: one character each."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
