"""Paints one row of the Activity list: icon, title, state in words, and what can be done."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from rushes.domain.job import Job
from rushes.domain.states import TRIED_IN_VAIN
from rushes.ui.components.card_face import StateFace, Tone
from rushes.ui.components.mini_bar import paint_bar
from rushes.ui.components.motion import loop_phase
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.job_faces.acts import can_cancel
from rushes.ui.job_faces.card_faces import state_sentence
from rushes.ui.job_faces.reasons import waits_for_person
from rushes.ui.job_faces.titles import JobTitle
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import MEDIUM, SEMIBOLD, TextStyle

_HEIGHT = 32
_LEFT = 16
_ICON = 15
_GAP = 10
_RIGHT = 8
_BUTTON_PADDING = 8
_BAR = 56
_SMALLEST_TITLE = 96


class RowAct(Enum):
    """What can be done with a job from its row."""

    NONE = "none"
    CANCEL = "cancel"
    ANSWER = "answer"
    TRY_AGAIN = "try_again"


def act_of(job: Job) -> RowAct:
    """What a job's row offers as the job stands now."""
    if waits_for_person(job):
        return RowAct.ANSWER
    if job.state in TRIED_IN_VAIN:
        return RowAct.TRY_AGAIN
    return RowAct.CANCEL if can_cancel(job) else RowAct.NONE


def act_word(act: RowAct) -> str:
    """The word on a row's button; empty for none. Context ``ActivityList``."""
    if act is RowAct.CANCEL:
        return QCoreApplication.translate("ActivityList", "Cancel")
    if act is RowAct.ANSWER:
        return QCoreApplication.translate("ActivityList", "Answer")
    if act is RowAct.TRY_AGAIN:
        return QCoreApplication.translate("ActivityList", "Try again")
    return ""


def row_height() -> int:
    """Height of a row in pixels, under the theme in force."""
    return current_theme().px(_HEIGHT)


def act_rect(row: QRect, act: RowAct, *, mirrored: bool) -> QRect:
    """Where a row's button lies; empty where there is none."""
    if act is RowAct.NONE:
        return QRect()
    theme = current_theme()
    metrics = QFontMetricsF(theme.font(TextStyle.CONTROL, MEDIUM))
    width = int(metrics.horizontalAdvance(act_word(act)) + 2 * theme.px(_BUTTON_PADDING) + 2)
    height = theme.metrics.small_control
    left = row.right() + 1 - theme.px(_RIGHT) - width
    box = QRectF(left, row.top() + (row.height() - height) // 2, width, height)
    return mirrored_rect(box, QRectF(row), mirrored).toRect()


class RowPainting:
    """One painting of one row.

    Args:
        row: where it lies.
        title, state: what it tells.
        act: which button stands at its end.
    """

    def __init__(
        self,
        painter: QPainter,
        row: QRect,
        title: JobTitle,
        state: StateFace,
        act: RowAct,
        *,
        mirrored: bool,
    ) -> None:
        self._painter = painter
        self._theme: Theme = current_theme()
        self._row = row
        self._title = title
        self._state = state
        self._act = act
        self._mirrored = mirrored

    def paint(self, *, hovered: bool, current: bool, act_hovered: bool, act_down: bool) -> None:
        """Paint the row: under the pointer, with the keyboard, and its button likewise."""
        color, area = self._theme.color, QRectF(self._row)
        if hovered:
            self._painter.fillRect(self._row, color(Role.QUIET_HOVER))
        self._painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), color(Role.LINE)
        )
        if current:
            ring = area.adjusted(2, 2, -2, -3)
            width = self._theme.focus_width
            accent = color(Role.ACCENT)
            paint_box(self._painter, ring, Radius.CONTROL, line=accent, line_width=width)
        end = self._paint_act(act_hovered=act_hovered, act_down=act_down)
        start = self._paint_icon()
        left = self._paint_state(start, end)
        self._paint_title(start, left - self._theme.px(_GAP))

    def _place(self, left: float, width: float) -> QRectF:
        area = QRectF(self._row)
        box = QRectF(left, area.top(), width, area.height() - 1)
        return mirrored_rect(box, area, self._mirrored)

    def _paint_icon(self) -> float:
        theme = self._theme
        side = theme.px(_ICON)
        left = self._row.left() + theme.px(_LEFT)
        box = self._place(left, side)
        box = QRectF(box.left(), round(box.center().y() - side / 2), side, side)
        color = theme.color(self._state.tone.value[0])
        paint_icon(self._painter, self._state.icon, box, color, mirrored=self._mirrored)
        return left + side + theme.px(_GAP)

    def _paint_act(self, *, act_hovered: bool, act_down: bool) -> float:
        """Paint the button; return where the words before it have to end."""
        theme = self._theme
        end = self._row.right() + 1 - theme.px(_LEFT)
        box = QRectF(act_rect(self._row, self._act, mirrored=self._mirrored))
        if box.isEmpty():
            return end
        color = theme.color
        if self._act is RowAct.ANSWER:
            rest, line, ink = color(Role.RAISED), color(Role.BUTTON_LINE), color(Role.TEXT)
        else:
            rest, line, ink = QColor(0, 0, 0, 0), None, color(Role.MUTED)
        fill = color(Role.PRESS) if act_down else color(Role.HOVER) if act_hovered else rest
        paint_box(self._painter, box, Radius.CONTROL, fill, line)
        font = theme.font(TextStyle.CONTROL, MEDIUM)
        ink = color(Role.STRONG) if act_hovered or act_down else ink
        centred = Qt.AlignmentFlag.AlignHCenter
        paint_text(self._painter, box, act_word(self._act), font, ink, centred)
        return self._row.right() + 1 - theme.px(_RIGHT) - box.width() - theme.px(_GAP)

    def _paint_state(self, start: float, end: float) -> float:
        """Paint the state in words, right-aligned at `end`; return where it begins."""
        theme, state = self._theme, self._state
        comes = state.icon == "download" and (state.moving or state.share is not None)
        text = state.detail if comes and state.detail else state_sentence(state)
        loud = state.tone in (Tone.WARN, Tone.BAD)
        font = theme.font(TextStyle.CONTROL, SEMIBOLD if loud else None, tabular=True)
        bar = theme.px(_BAR) + theme.px(8) if comes else 0
        room = end - start - theme.px(_SMALLEST_TITLE) - bar
        width = min(QFontMetricsF(font).horizontalAdvance(text) + 1, max(room, 0))
        left = end - width
        color = theme.color(state.tone.value[1] if loud else Role.MUTED)
        align = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        paint_text(self._painter, self._place(left, width), text, font, color, align)
        if comes:
            left -= bar
            box = self._place(left, theme.px(_BAR))
            paint_bar(
                self._painter,
                QRectF(box.left(), round(box.center().y() - 1.5), box.width(), 3),
                state.share,
                theme.color(Role.PRESS),
                theme.color(Role.ACCENT),
                phase=loop_phase(),
                still=theme.reduced_motion,
                mirrored=self._mirrored,
            )
        return left

    def _paint_title(self, start: float, end: float) -> None:
        theme = self._theme
        asks = self._act is RowAct.ANSWER
        font = theme.font(TextStyle.CONTROL, SEMIBOLD if asks else None)
        color = theme.color(Role.STRONG if asks else Role.TEXT)
        metrics = QFontMetricsF(font)
        room = max(end - start, 0.0)
        text = self._title.text
        if metrics.horizontalAdvance(text) > room:
            left = room - metrics.horizontalAdvance(self._title.take)
            mode = Qt.TextElideMode.ElideRight
            text = metrics.elidedText(self._title.name, mode, left) + self._title.take
        align = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        paint_text(self._painter, self._place(start, room), text, font, color, align)
