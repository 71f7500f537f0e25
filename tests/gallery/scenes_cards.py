"""Thumbnail cards in every state of a job and with every mark."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rushes.ui.components.card_face import CardFace, CardLook, StateFace, Tone
from rushes.ui.components.card_painter import card_size, paint_card
from rushes.ui.components.painting import paint_text
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from tests.gallery.sample_pictures import picture

_PLAIN = CardLook()


def _state(icon: str, word: str, detail: str, tone: Tone, **more: object) -> StateFace:
    return StateFace(icon, word, detail, tone, **more)  # type: ignore[arg-type]


def _states() -> list[tuple[CardFace, CardLook, str]]:
    live, quiet, warn, bad = Tone.LIVE, Tone.QUIET, Tone.WARN, Tone.BAD
    running = _state("in_progress", "In progress", "1:42 so far", live, moving=True)
    loading = _state("download", "Downloading", "3.1 of 8.4 MB", live, share=0.37)
    asked = _state("cancelled", "Cancel asked", "until the service answers", quiet)
    rows = [
        ("Milky Way, still air", "14:09", _state("waiting", "Waiting", "2nd here", quiet)),
        ("Harbour", "2 takes", _state("waiting", "Waiting", "for the network", quiet)),
        ("Cabin, take 6", "14:09", _state("sending", "Sending", "written down first", live)),
        ("Cabin, take 7", "14:08", _state("in_queue", "In queue", "Position 3", live)),
        ("Cabin, take 5", "14:06", running),
        ("Cabin, take 9", "14:06", asked),
        ("Milky Way", "14:04", loading),
        (
            "Lighthouse, take 5",
            "14:02",
            _state("needs_you", "Needs you", "Reply lost", warn, outlined=True),
        ),
        ("Night tram, take 7", "13:31", _state("failed", "Failed", "Service error", bad)),
        ("Night tram, take 8", "13:30", _state("refused", "Refused", "nothing charged", bad)),
        ("Fisherman, take 3", "18:20", _state("cancelled", "Cancelled", "before it ran", quiet)),
        ("Balloons, take 2", "17:44", _state("expired", "Expired", "Link died", warn)),
    ]
    cards = [
        (CardFace(title, second, state=state), _PLAIN, state.word) for title, second, state in rows
    ]
    missing = _state("file_missing", "File missing", "Locate…", warn)
    trashed = _state("trash", "In Trash", "Restore", quiet)
    lake = CardFace("Ink in water", "5.1 s", picture=picture("storm"))
    cards.append((replace(lake, state=missing), _PLAIN, "missing file, marks kept"))
    cards.append((replace(lake, title="Paper hills", state=trashed), _PLAIN, "trashed"))
    base = CardFace("Salt flat", "6.1 s", picture=picture("dawn"))
    cards.append((base, _PLAIN, "ready"))
    cards.append((replace(base, is_new=True), _PLAIN, "ready, unseen"))
    cards += [
        (replace(base, played=0.4), CardLook(hovered=True), "hovered: plays"),
        (base, CardLook(selected=True), "selected"),
        (base, CardLook(selected=True, current=True), "selected and focused"),
        (base, CardLook(selected=True, in_focus=False), "panel not in focus"),
        (base, CardLook(current=True), "focused only"),
        (replace(base, pick=True, rating=5), _PLAIN, "picked, rated"),
        (replace(base, reject=True), _PLAIN, "rejected"),
        (replace(base, label=6, tags=2, note=True), _PLAIN, "labelled, tagged, noted"),
        (replace(base, title="Night tram", stack=6, rating=4, label=9), _PLAIN, "a stack"),
        (replace(base, title="Take 3", changed="seed +1", rating=4), _PLAIN, "what changed"),
        (
            CardFace("Jellyfish", "5.1 s", picture=picture("night", 270, 480), rating=3),
            _PLAIN,
            "a tall clip",
        ),
        (
            replace(base, title="A title that is much too long for the card", label=7),
            _PLAIN,
            "a long title",
        ),
    ]
    return cards


class Cards(QWidget):
    """Cards in rows, each with a caption."""

    def __init__(self, width: int, columns: int) -> None:
        super().__init__()
        self._card_width = width
        self._columns = columns
        self._cards = _states()
        cell = self._cell()
        rows = -(-len(self._cards) // columns)
        self.resize(48 + columns * cell[0], 40 + rows * cell[1])

    def _cell(self) -> tuple[int, int]:
        size = card_size(self._card_width)
        return size.width() + 10, size.height() + 26

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(Role.PANEL))
        wide, high = self._cell()
        size = card_size(self._card_width)
        for index, (face, look, caption) in enumerate(self._cards):
            row, column = divmod(index, self._columns)
            left, top = 24 + column * wide, 24 + row * high
            paint_card(painter, QRectF(left, top, size.width(), size.height()), face, look)
            area = QRectF(left + 7, top + size.height() + 4, size.width() - 14, 14)
            font = theme.font(TextStyle.CAPTION)
            paint_text(painter, area, caption, font, theme.color(Role.MUTED))


SCENES: dict[str, Callable[[], QWidget]] = {
    "cards-medium": lambda: Cards(166, 8),
    "cards-small": lambda: Cards(136, 8),
    "cards-large": lambda: Cards(228, 5),
}
