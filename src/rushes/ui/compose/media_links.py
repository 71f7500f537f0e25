"""Pictures, clips and sounds that a model takes in, as links that the service can fetch."""

from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rushes.domain.model_spec import ABSENT, FieldKind, InputField
from rushes.domain.request import JsonValue
from rushes.engine.local_files import local_path
from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.line_field import LineField
from rushes.ui.compose.input_control import LabelledControl
from rushes.ui.compose.kept_picture import KeptPicture, shows_as_picture
from rushes.ui.compose.schema_words import field_title
from rushes.ui.compose.tab_order import chain
from rushes.ui.theme.theme import current_theme


def is_link(text: str) -> bool:
    """Tell whether it can be sent: an https address with a host, a data link, or a file here."""
    if local_path(text) is not None:
        return True
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme == "data":
        return "," in parts.path
    return parts.scheme == "https" and bool(parts.hostname) and " " not in text


class LinkRow(QWidget):
    """One link, with a cross that takes it away.

    A picture of this computer, or one that is written out in the link itself, is shown as a
    picture in place of the line; nothing can be typed there.

    Attributes:
        line: the link as text.
        picture: the picture, made when there is one to show.
        cross: takes it away.

    Signals:
        edited: a person changed the link.
        remove_requested: the cross was pressed.
    """

    edited = Signal()
    remove_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.line = LineField("https://…", self, name=name, icon="link")
        self.picture: KeptPicture | None = None
        self.cross = IconButton("close", self.tr("Remove this link"), self, icon_size=14)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.line, 1)
        self._layout.addWidget(self.cross)
        self.line.textEdited.connect(self.edited)
        self.cross.clicked.connect(self.remove_requested)
        self.show_cross(False)

    def text(self) -> str:
        """The link without blanks around it."""
        return self.line.text().strip() if self.picture is None else self.picture.link

    def show_link(self, link: str) -> None:
        """Show a link, as a picture where it holds or names one of this computer."""
        if link == self.text():
            return
        if self.picture is not None:
            self._layout.removeWidget(self.picture)
            self.picture.hide()
            self.picture.deleteLater()
            self.picture = None
        is_picture = shows_as_picture(link)
        self.line.setText("" if is_picture else link)
        self.line.setVisible(not is_picture)
        if is_picture:
            self.picture = KeptPicture(link, self._name, self)
            self._layout.insertWidget(0, self.picture, 1)
            self.picture.show()

    def set_refused(self, refused: bool) -> None:
        """Mark what stands here as something that cannot be sent."""
        self.line.set_refused(refused)
        if self.picture is not None:
            self.picture.set_refused(refused)

    def take_keyboard(self) -> None:
        """Take the keyboard where the link can be changed, or taken away."""
        target = self.line if self.picture is None else self.cross
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cross(self, shown: bool) -> None:
        """Offer to take the link away, or not."""
        self.cross.setVisible(shown)


class MediaLinks(QWidget):
    """One link, or a list of them with a row to add the next.

    Attributes:
        add_button: adds a row; hidden while the last one is empty, or no more are taken.

    Signals:
        edited: a person changed a link, added or removed one; setters do not emit it.
    """

    edited = Signal()

    def __init__(self, name: str, most: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._most = most
        self._rows: list[LinkRow] = []
        # Made before the button, for that is the order in which Tab goes.
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add_button = Button(
            self.tr("Add a link"), self, kind=ButtonKind.QUIET, icon="plus", small=True
        )
        self.add_button.setAccessibleDescription(name)
        self.add_button.clicked.connect(self._on_add_clicked)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._holder)
        self._layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.show_links([])
        self._apply_theme()

    @property
    def rows(self) -> list[LinkRow]:
        """The rows from first to last."""
        return list(self._rows)

    def links(self) -> list[str]:
        """The links that are filled in, readable or not."""
        return [row.text() for row in self._rows if row.text()]

    def show_links(self, links: list[str]) -> None:
        """Show these links."""
        while len(self._rows) > max(len(links), 1):
            self._drop_last()
        while len(self._rows) < max(len(links), 1):
            self._append()
        for row, link in zip(self._rows, links or [""], strict=True):
            row.show_link(link)
        self._show_buttons()

    def set_refused(self, refused: bool) -> None:
        """Mark the links that cannot be fetched, or the first row where none is filled in."""
        wrong = [row for row in self._rows if row.text() and not is_link(row.text())]
        for row in self._rows:
            marked = row in wrong or (not wrong and row is self._rows[0])
            row.set_refused(refused and marked)

    def _append(self) -> LinkRow:
        row = LinkRow(self._name, self._holder)
        row.edited.connect(self._on_row_edited)
        row.remove_requested.connect(lambda: self._on_remove_requested(row))
        self._rows.append(row)
        self._column.addWidget(row)
        # At once: a layout shows it later, and until then it cannot have the keyboard.
        row.show()
        # The first row stays for good, so that the others have a place to follow.
        stops = [stop for each in self._rows for stop in (each.line, each.cross)]
        chain([*stops, self.add_button])
        return row

    def _drop_last(self) -> None:
        row = self._rows.pop()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_buttons(self) -> None:
        full = self._most is not None and len(self._rows) >= self._most
        self.add_button.setVisible(not full and bool(self._rows[-1].text()))
        for row in self._rows:
            row.show_cross(len(self._rows) > 1 or bool(row.text()))

    def _on_row_edited(self) -> None:
        self._show_buttons()
        self.edited.emit()

    def _on_add_clicked(self) -> None:
        row = self._append()
        self._show_buttons()
        row.take_keyboard()

    def _on_remove_requested(self, row: LinkRow) -> None:
        at = self._rows.index(row)
        texts = [each.line.text() for each in self._rows]
        self.show_links(texts[:at] + texts[at + 1 :])
        self._rows[min(at, len(self._rows) - 1)].take_keyboard()
        self.edited.emit()

    def _apply_theme(self) -> None:
        px = current_theme().px
        self._column.setSpacing(px(4))
        self._layout.setSpacing(px(4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._apply_theme()


class MediaControl(LabelledControl):
    """A media input, single or a list."""

    def __init__(self, field: InputField, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._is_list = field.kind is FieldKind.MEDIA_LIST
        self.links = MediaLinks(field_title(field), field.max_items if self._is_list else 1)
        self.put(self.links)
        self.links.edited.connect(self.edited)

    def take_keyboard(self) -> None:
        rows = self.links.rows
        wrong = [row for row in rows if not is_link(row.text())]
        (wrong or rows)[0].take_keyboard()

    def value(self) -> JsonValue:
        links = self.links.links()
        if not links:
            return ABSENT
        return links if self._is_list else links[0]

    def show_value(self, value: JsonValue) -> None:
        if isinstance(value, str) and value:
            value = [value]
        shown = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
        self.links.show_links(shown if self._is_list else shown[:1])

    def add_link(self, link: str) -> None:
        """Show a link: in place of the one there is, or after those of a list."""
        before = self.links.links() if self._is_list else []
        self.links.show_links([*(each for each in before if each != link), link])

    def unreadable(self) -> str:
        fetched = all(is_link(link) for link in self.links.links())
        return "" if fetched else self._refusal("not_a_link")
