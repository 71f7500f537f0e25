"""The answer "it is there": a request id to follow."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rushes.ui.answers.answer_row import AnswerRow
from rushes.ui.answers.pasted_id import request_id_in
from rushes.ui.components.button import Button
from rushes.ui.components.line_field import LineField
from rushes.ui.theme.theme import current_theme

_FIELD, _WIDE_FIELD = 128, 200


class FollowRow(AnswerRow):
    """A field for the service's request id, or for an address of the service that names it.

    What is typed stays until another job is shown.

    Signals:
        follow_requested: follow the request of this id, which has the form of one.
        left: Escape was pressed in the field.
    """

    follow_requested = Signal(str)
    left = Signal()

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("link", title, text, parent)
        self._busy = False
        name = QCoreApplication.translate("Answers", "Request id")
        self.field = LineField(name, self, name=name, tabular=True)
        self.field.setMaxLength(2_000)
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button = Button("", self)
        self.button.setAccessibleDescription(title)
        self.add_act(self.field)
        self.add_act(self.button)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._ask)
        self.field.installEventFilter(self)
        self.button.clicked.connect(self._ask)
        self._fit()
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """Whether the service is being asked."""
        return self._busy

    def show_problem(self, sentence: str, remedy: str = "") -> None:
        """Say why the id cannot be followed; it can be corrected and tried again."""
        self._busy = False
        super().show_problem(sentence, remedy)
        self._show_state()

    def begin_anew(self) -> None:
        """Forget what was typed and said."""
        self._busy = False
        super().begin_anew()
        self.field.clear()
        self._show_state()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "field"):
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self) -> None:
        super().show_problem("")
        self._show_state()

    def _ask(self) -> None:
        remote_id = request_id_in(self.field.text())
        if remote_id is None or self._busy:
            return
        self._busy = True
        super().show_problem("")
        self._show_state()
        self.follow_requested.emit(remote_id)

    def _show_state(self) -> None:
        translate = QCoreApplication.translate
        typed = self.field.text().strip()
        is_id = request_id_in(typed) is not None
        self.field.setReadOnly(self._busy)
        self.field.set_refused(bool(typed) and (not is_id or bool(self.problem.text())))
        if typed and not is_id:
            super().show_problem(
                translate(
                    "Answers",
                    "This is not a request id: letters, digits, hyphens and underscores alone.",
                )
            )
        if self._busy and self.button.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.setEnabled(is_id and not self._busy)
        checking, follow = translate("Answers", "Checking…"), translate("Answers", "Follow")
        self.button.setText(checking if self._busy else follow)
        self.button.updateGeometry()

    def _fit(self) -> None:
        wanted = _WIDE_FIELD if self.is_narrow else _FIELD
        self.field.setFixedWidth(current_theme().px(wanted))
