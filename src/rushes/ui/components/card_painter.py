"""Paints one thumbnail card in every state; used by the history grid and the filmstrip.

A card is 4 px of padding and a 1 px border around a 16:9 picture, and a foot of two lines. The
focus ring and the stack's upper edge reach 4 px beyond the card, into the gaps of the grid.
"""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QTransform

from rushes.ui.components.card_face import CardFace, CardLook, StateFace
from rushes.ui.components.card_marks import CardMarks, new_word, reject_word
from rushes.ui.components.label_square import LABEL_ROLES, paint_label
from rushes.ui.components.mini_bar import paint_bar
from rushes.ui.components.motion import loop_phase
from rushes.ui.components.painting import mirrored_rect, paint_box, paint_text
from rushes.ui.theme.icons import paint_icon
from rushes.ui.theme.metrics import Density, Radius
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import Theme, current_theme
from rushes.ui.theme.typography import SEMIBOLD, TextStyle

PADDING = 5
"""From the card's edge to its picture: 1 px border and 4 px padding."""
OVERHANG = 4
"""How far focus ring and stack edges reach beyond the card, in pixels."""
WIDEST_SMALL = 160
"""Cards up to this width write the rating as a number."""

_FOOT = 38
_FOOT_COMPACT = 22
_LINE = 16
_FEWEST_LETTERS = 3
_REJECTED_OPACITY = 0.34
_GONE_OPACITY = 0.18


def picture_size(width: int) -> QSize:
    """The size of the picture on a card of this width, in pixels."""
    inner = width - 2 * PADDING
    return QSize(inner, round(inner * 9 / 16))


def card_size(width: int) -> QSize:
    """The size of a card of this width under the theme in force, in pixels."""
    theme = current_theme()
    return QSize(width, picture_size(width).height() + 2 * PADDING + _foot_height(theme))


def _foot_height(theme: Theme) -> int:
    return theme.px(_FOOT_COMPACT if theme.density is Density.COMPACT else _FOOT)


def _card_marks(theme: Theme, face: CardFace, rect: QRectF) -> CardMarks:
    room = rect.width() - 2 * (PADDING + 2)
    beside = 0.0
    if face.changed:
        font = theme.font(TextStyle.CAPTION, tabular=True)
        words = QFontMetricsF(font).horizontalAdvance(face.changed)
        beside = theme.px(9) + 2 * theme.px(4) + words
    wide = rect.width() > WIDEST_SMALL
    return CardMarks(theme, face, wide=wide, room=room, beside=beside)


def stack_badge(rect: QRectF, face: CardFace, *, mirrored: bool = False) -> QRectF:
    """Where, on a card that fills `rect`, the number of its takes opens and closes the stack.

    It is never smaller than 24 × 24 pixels, and reaches to the lower edge of the card.
    """
    theme = current_theme()
    marks = _card_marks(theme, face, rect)
    side = theme.px(28)
    right = rect.right() - PADDING - 2 - marks.width + marks.stack_width + theme.px(6)
    left = min(rect.right() - PADDING - 2 - marks.width, right - side) - theme.px(4)
    box = QRectF(left, rect.bottom() - side, right - left, side)
    return mirrored_rect(box, rect, mirrored)


def card_words(face: CardFace) -> str:
    """All that a card says, as one text for screen readers."""
    translate = QCoreApplication.translate
    parts = [face.title]
    if face.state is not None:
        parts += [face.state.word, face.state.detail]
    parts += [face.second, face.changed]
    if face.stack:
        parts.append(translate("CardPainter", "{count} takes").format(count=face.stack))
    if face.rating:
        parts.append(translate("CardPainter", "{count} of 5 stars").format(count=face.rating))
    if face.pick:
        parts.append(translate("CardPainter", "Pick"))
    if face.reject:
        parts.append(reject_word())
    if face.label:
        parts.append(translate("CardPainter", "Label {number}").format(number=face.label))
    if face.tags:
        parts.append(translate("CardPainter", "{count} tags").format(count=face.tags))
    if face.note:
        parts.append(translate("CardPainter", "Note"))
    if face.is_new:
        parts.append(new_word())
    return ", ".join(part for part in parts if part)


def paint_card(
    painter: QPainter,
    rect: QRectF,
    face: CardFace,
    look: CardLook,
    *,
    mirrored: bool = False,
    phase: float | None = None,
    with_foot: bool = True,
) -> bool:
    """Paint a card into `rect`, which is as large as `card_size` says.

    `mirrored` is for windows that run from right to left. `phase` is how far moving bars have
    come, 0 to 1, by default as the clock has it. Without its foot a card costs half: where only
    the picture is another, the foot may stay as it was painted. Returns whether something on it
    moves, so that the view knows to paint it again.
    """
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = _CardPainting(painter, theme, rect, face, look, mirrored)
    card.paint_ground()
    if face.stack:
        card.paint_stack_edges()
    card.paint_picture_place(loop_phase() if phase is None else phase)
    if with_foot:
        card.paint_foot()
    painter.restore()
    moving = face.state is not None and face.state.moving and face.state.share is None
    return moving and not theme.reduced_motion


class _CardPainting:
    """One painting of one card."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        rect: QRectF,
        face: CardFace,
        look: CardLook,
        mirrored: bool,
    ) -> None:
        self.painter = painter
        self.theme = theme
        self.rect = rect
        self.face = face
        self.look = look
        self.mirrored = mirrored
        size = picture_size(round(rect.width()))
        corner = QPointF(rect.left() + PADDING, rect.top() + PADDING)
        self.place = QRectF(corner.x(), corner.y(), size.width(), size.height())

    def _mirror(self, box: QRectF) -> QRectF:
        return mirrored_rect(box, self.rect, self.mirrored)

    def paint_ground(self) -> None:
        color, look = self.theme.color, self.look
        fill: QColor | None = None
        line: QColor | None = None
        if look.selected:
            fill = color(Role.CARD_SELECTED)
            line = color(Role.ACCENT if look.in_focus else Role.MARK)
        elif look.hovered:
            fill = color(Role.CARD_HOVER)
        paint_box(self.painter, self.rect, Radius.CARD, fill, line)
        if look.current:
            width = self.theme.focus_width
            reach = 1 + width
            ring = self.rect.adjusted(-reach, -reach, reach, reach)
            accent = color(Role.ACCENT)
            radius = Radius.CARD + reach
            paint_box(self.painter, ring, radius, line=accent, line_width=width)

    def paint_stack_edges(self) -> None:
        """Two edges above the picture, as of takes that lie behind."""
        for inset, top, role in ((15, -1, Role.EDGE), (9, 2, Role.MARK)):
            width = self.rect.width() - 2 * (inset + 1)
            edge = QRectF(self.rect.left() + inset + 1, self.rect.top() + top, width, 2)
            self.painter.fillRect(edge, self.theme.color(role))

    def paint_picture_place(self, phase: float) -> None:
        face, color, place = self.face, self.theme.color, self.place
        paint_box(self.painter, place, Radius.SMALL, color(Role.BED))
        gone = face.state is not None and face.picture is not None
        if face.picture is not None and not face.picture.isNull():
            opacity = _GONE_OPACITY if gone else _REJECTED_OPACITY if face.reject else 1.0
            self._paint_picture(face.picture, opacity, grey=gone)
        if face.state is not None:
            self._paint_state(face.state, gone=gone)
            if face.state.moving or face.state.share is not None:
                bar = QRectF(place.left(), place.bottom() - 3, place.width(), 3)
                paint_bar(
                    self.painter,
                    bar,
                    face.state.share,
                    color(Role.RAISED),
                    color(Role.ACCENT),
                    phase=phase,
                    still=self.theme.reduced_motion,
                    mirrored=self.mirrored,
                )
        elif face.played is not None:
            width = place.width() * max(0.0, min(face.played, 1.0))
            line = QRectF(place.left(), place.bottom() - 2, width, 2)
            self.painter.fillRect(line, color(Role.PICTURE_LINE))

    def _paint_picture(self, picture: QImage, opacity: float, *, grey: bool) -> None:
        painter, place = self.painter, self.place
        if grey:
            picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        scale = min(place.width() / picture.width(), place.height() / picture.height())
        box = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        # A rounding error of one pixel must not leave a seam at the edge.
        if place.width() - box.width() < 2 and place.height() - box.height() < 2:
            box = QRectF(place)
        box.moveCenter(place.center())
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if box.width() < place.width() - 2 * Radius.SMALL:
            painter.drawImage(box, picture)
        else:
            brush = QBrush(picture)
            turn = QTransform.fromTranslate(box.left(), box.top())
            turn.scale(box.width() / picture.width(), box.height() / picture.height())
            brush.setTransform(turn)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            painter.drawRoundedRect(box, Radius.SMALL, Radius.SMALL)
        painter.restore()

    def _paint_state(self, state: StateFace, *, gone: bool) -> None:
        painter, theme, place = self.painter, self.theme, self.place
        icon_role, word_role = state.tone.value
        if gone and word_role is Role.STRONG:
            icon_role = Role.STRONG
        outline = theme.color(icon_role if state.outlined else Role.LINE)
        paint_box(painter, place, Radius.SMALL, line=outline)
        side = theme.px(20 if self.rect.width() > 150 else 18)
        line, gap = theme.line_height(TextStyle.CAPTION), theme.px(3)
        rows = 2 if state.detail else 1
        height = side + rows * (gap + line)
        # A low picture has no room for the icon above the words: it goes before them.
        is_low = height > place.height() - 2 * gap
        font = theme.font(TextStyle.CAPTION, SEMIBOLD)
        words = place.adjusted(theme.px(6), 0, -theme.px(6), 0)
        if is_low:
            side, height = theme.px(14), line + (rows - 1) * (gap + line)
            beside = side + theme.px(4) + QFontMetricsF(font).horizontalAdvance(state.word)
            closest = side + rows * (theme.px(1) + line)
            # A long word has that room only above and below the icon, close to it.
            if beside > words.width() and closest <= place.height() - 2 * theme.px(3):
                is_low, gap, height = False, theme.px(1), closest
        top = round(place.center().y() - height / 2)
        box = QRectF(place.center().x() - side / 2, top, side, side)
        if is_low:
            before = side + theme.px(4)
            wide = min(QFontMetricsF(font).horizontalAdvance(state.word), words.width() - before)
            box.moveTo(place.center().x() - (before + wide) / 2, top + (line - side) / 2)
            row = QRectF(box.left() + before, top, wide + 1, line)
            box, row = self._mirror_in_place(box), self._mirror_in_place(row)
        else:
            top += side + gap
            row = QRectF(words.left(), top, words.width(), line)
        paint_icon(painter, state.icon, box, theme.color(icon_role), mirrored=self.mirrored)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, row, state.word, font, theme.color(word_role), middle)
        if state.detail:
            row = QRectF(words.left(), row.top() + line + gap, words.width(), line)
            font = theme.font(TextStyle.CAPTION, tabular=True)
            ink = theme.color(Role.STRONG if gone else Role.MUTED)
            paint_text(painter, row, state.detail, font, ink, middle)

    def _mirror_in_place(self, box: QRectF) -> QRectF:
        return mirrored_rect(box, self.place, self.mirrored)

    def paint_foot(self) -> None:
        theme, face = self.theme, self.face
        left, right = self.place.left() + 2, self.place.right() - 2
        top = self.place.bottom() + theme.px(5)
        line = theme.px(_LINE)
        strong = self.look.selected and self.look.in_focus
        first_role = Role.STRONG if strong else Role.FAINT if face.reject else Role.TEXT
        second_role = Role.FAINT
        if strong:
            second_role = Role.STRONG
        elif self.look.hovered or self.look.selected:
            second_role = Role.MUTED
        start = left
        if face.label in LABEL_ROLES:
            start += self._paint_label(start, top, line) + theme.px(4)
        align = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        row = self._mirror(QRectF(start, top, right - start, line))
        font = theme.font(TextStyle.CAPTION)
        paint_text(self.painter, row, face.title, font, theme.color(first_role), align)
        if theme.density is Density.COMPACT:
            return
        top += line
        marks = _card_marks(theme, face, self.rect)
        marks_left = right - marks.width
        if marks.width > 0:
            box = QRectF(marks_left, top, marks.width, line)
            marks.paint(self.painter, self._mirror(box), self.mirrored)
        room = marks_left - (theme.px(4) if marks.width else 0) - left
        row = QRectF(left, top, max(room, 0), line)
        second = face.second
        ink = theme.color(second_role)
        if face.changed:
            side = theme.px(9)
            box = self._mirror(QRectF(left, top + (line - side) / 2, side, side))
            paint_icon(self.painter, "diamond", box, theme.color(Role.ACCENT))
            row.setLeft(left + side + theme.px(4))
            second, ink = face.changed, theme.color(Role.STRONG)
        font = theme.font(TextStyle.CAPTION, tabular=True)
        # A time is told whole or not at all; of what changed, the beginning tells something.
        least = second[:_FEWEST_LETTERS] + "…" if face.changed else second
        if not marks.width or QFontMetricsF(font).horizontalAdvance(least) <= row.width():
            paint_text(self.painter, self._mirror(row), second, font, ink, align)

    def _paint_label(self, left: float, top: float, line: float) -> float:
        theme = self.theme
        side = theme.px(13)
        box = self._mirror(QRectF(left, top + round((line - side) / 2), side, side))
        paint_label(self.painter, box, self.face.label, Radius.SMALL, theme.px(10))
        return float(side)
