"""A line of the list shows its marks whole, however narrow their column is."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from rushes.library.announcements import JobEntry
from rushes.ui.components.card_face import CardFace, CardLook
from rushes.ui.components.card_marks import CardMarks
from rushes.ui.history.line_painter import Line, paint_line
from rushes.ui.history.list_columns import Column
from rushes.ui.theme.theme import current_theme
from tests.ui.job_faces.jobs import make_job

FACE = CardFace("Cabin", tags=3, note=True, rating=4, pick=True, is_new=True)
LEFT, GAP, HEIGHT = 100, 8, 28


def canvas() -> QImage:
    image = QImage(400, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


@pytest.mark.parametrize("room", [150, 112, 90, 60])
def test_no_mark_is_cut_in_the_middle(dark: None, room: int) -> None:
    line = Line(JobEntry(1, make_job()), FACE, None, False, 0, False, CardLook())
    painted, whole = canvas(), canvas()
    painter = QPainter(painted)
    paint_line(painter, QRect(0, 0, 400, HEIGHT), line, {Column.MARKS: (LEFT, room + 2 * GAP)})
    painter.end()
    marks = CardMarks(current_theme(), FACE, wide=False, room=room)
    assert marks.width <= room
    painter = QPainter(whole)
    marks.paint(painter, QRectF(LEFT + GAP, 0, marks.width, HEIGHT), False)
    painter.end()
    column = QRect(LEFT, 0, 300, HEIGHT)
    assert painted.copy(column) == whole.copy(column)
