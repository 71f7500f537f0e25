"""What a job asked for: its prompt, its inputs in words, and the price."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.job import Job
from rushes.ui.components.text_label import TextLabel
from rushes.ui.take_info.summary import inputs_line
from rushes.ui.take_info.two_lines import TwoLines
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class RequestSummary(QWidget):
    """The prompt in at most two lines, and beneath it everything else in one that may break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = TwoLines(self, style=TextStyle.CONTROL, role=Role.STRONG)
        self.inputs = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.prompt)
        self._column.addWidget(self.inputs)
        self._apply_theme()

    def show_job(self, job: Job) -> None:
        """Tell of another job."""
        self.prompt.set_text(job.prompt)
        self.prompt.setVisible(bool(job.prompt.strip()))
        self.inputs.setText(
            " · ".join(part for part in (inputs_line(job), price_text(job)) if part)
        )

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(3))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


def price_text(job: Job) -> str:
    """What was told before sending, or what the service said afterwards."""
    translate = QCoreApplication.translate
    words, amount = translate("Answers", "cost {price}"), job.cost
    if amount is None:
        words, amount = translate("Answers", "about {price}"), job.price_shown
    if amount is None:
        return translate("Answers", "price not known")
    return words.format(price="$ " + QLocale().toString(float(amount), "f", 2))
