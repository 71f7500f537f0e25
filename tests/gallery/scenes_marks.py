"""Marks: the row of controls, the line beside the take, and what is said after a mark."""

import dataclasses

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rushes.domain.marks import UNMARKED, Flag, Marks
from rushes.ui.components.toast import Toast
from rushes.ui.job_faces.mark_words import flag_words
from rushes.ui.marks.marks_row import MarksRow
from rushes.ui.marks.marks_sign import MarksSign
from rushes.ui.take_info.take_info import TakeInfo
from tests.gallery.board import Board
from tests.gallery.scenes_history import _ready

_ALL = Marks(4, Flag.PICK, 9, 1.0)


def _rows() -> QWidget:
    board = Board(2)
    for title, marks in (
        ("Picked", _ALL),
        ("Unmarked", UNMARKED),
        ("Rejected", Marks(0, Flag.REJECT, 6)),
        ("Five stars", Marks(5, label=7)),
    ):
        section = board.section(title)
        row = MarksRow()
        row.setFixedWidth(312)
        row.show_marks(marks)
        section.add(row)
    section = board.section("With the keyboard")
    row = MarksRow()
    row.setFixedWidth(312)
    row.show_marks(Marks(3))
    section.add(row)
    section.focused(row.stars)
    section.focused(row.label.buttons[1])
    section = board.section("Beside the take")
    for marks in (_ALL, Marks(3), Marks(flag=Flag.REJECT), Marks(label=6)):
        sign = MarksSign()
        sign.show_marks(marks)
        section.line("", sign)
    board.end()
    return board


def _take_info(width: int, marks: Marks) -> QWidget:
    job = _ready("A log cabin under the northern lights, fresh snow", 30, "night", 6.06, "cabin")
    info = TakeInfo()
    info.resize(width, 110)
    info.show_takes(job.shot_id, 5)
    info.show_job(dataclasses.replace(job, take=3, marks=marks))
    return info


def _toast() -> QWidget:
    holder = QWidget()
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(holder)
    holder.resize(QSize(560, 120))
    toast = Toast(holder)
    undo = QCoreApplication.translate("MarkToast", "Undo")
    toast.show_message(f"{flag_words(Flag.PICK)} · Night tram, take 3", act=undo, key="Ctrl Z")
    return holder


SCENES = {
    "marks-rows": _rows,
    "marks-info": lambda: _take_info(676, _ALL),
    "marks-info-narrow": lambda: _take_info(420, _ALL),
    "marks-info-none": lambda: _take_info(676, UNMARKED),
    "marks-toast": _toast,
}
