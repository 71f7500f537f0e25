"""The head of the History panel: what is shown, how many takes, and how they are shown."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import set_tool_tip
from rushes.ui.history.chosen_takes import ChosenTakes, chosen_takes
from rushes.ui.history.history_views import HistoryViews
from rushes.ui.history.view_buttons import ViewButtons
from rushes.ui.job_faces.measures import count_text
from rushes.ui.search.query_words import takes_words
from rushes.ui.search.source_button import SourceButton
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle


class HistoryHead(QWidget):
    """36 px high. What has no room gives way: the word behind the count, the buttons, the count.

    Attributes:
        source: the title, which opens the menu of albums.
        remark: how many takes there are, or how many are chosen where it is more than one.
        buttons: how they are shown.
    """

    def __init__(self, views: HistoryViews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self._views = views
        self._chosen = ChosenTakes()
        self.source = SourceButton(self)
        self.remark = TextLabel("", TextStyle.CAPTION, Role.MUTED, self, tabular=True)
        self.buttons = ViewButtons(views, self)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.source)
        self._layout.addStretch(1)
        self._layout.addWidget(self.remark)
        self._layout.addWidget(self.buttons)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        views.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        for counted in (views.model.modelReset, views.model.counts_changed):
            counted.connect(self._on_chosen_changed)
        for changed in (views.model.stack_opened, views.model.rowsRemoved):
            changed.connect(self._on_chosen_changed)
        self._apply_theme()

    def set_title(self, title: str, spoken: str) -> None:
        """Show what the panel shows; `spoken` is for a screen reader."""
        self.source.set_title(title, spoken)
        self._fit()

    def set_count(self, count: int | None) -> None:
        """Tell how many takes there are; None tells nothing."""
        self._count = count
        self._fit()

    def _on_chosen_changed(self) -> None:
        chosen = chosen_takes(self._views.model, self._views.selectionModel().selection())
        if chosen != self._chosen:
            self._chosen = chosen
            self._fit()

    def _fit(self) -> None:
        """Leave the title whole for as long as anything else can give way."""
        count = self._count
        words = "" if count is None else takes_words(count)
        short = "" if count is None else count_text(count)
        hint = ""
        if self._chosen.takes > 1:
            # A bare number would be taken for that of all.
            chosen = count_text(self._chosen.takes)
            words = short = self.tr("{count} chosen").format(count=chosen)
            if self._chosen.behind:
                behind = count_text(self._chosen.behind)
                words = self.tr("{count} chosen, {behind} beneath").format(
                    count=chosen, behind=behind
                )
                hint = self.tr(
                    "Of a closed stack the top take is chosen. Open it to choose the others."
                )
        spacing = self._layout.spacing()
        margins = self._layout.contentsMargins()
        title = self.source.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - title - 2 * spacing
        forms = ((words, True), (short, True), (words, False), (short, False), ("", False))
        for text, whole in forms:
            metrics = self.remark.fontMetrics()
            needed = metrics.horizontalAdvance(text) + spacing + self.buttons.width_if(whole=whole)
            if needed <= room:
                break
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        told = [words if text != words else "", hint]
        set_tool_tip(self.remark, "\n".join(each for each in told if each))
        self.buttons.set_whole(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _apply_theme(self) -> None:
        theme = current_theme()
        # The title's letters begin where those of the list do.
        self._layout.setContentsMargins(theme.px(10), 0, theme.px(8), 0)
        self._layout.setSpacing(theme.px(6))
        self.setFixedHeight(theme.metrics.head)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()
        elif event.type() == QEvent.Type.LanguageChange:
            self._fit()
