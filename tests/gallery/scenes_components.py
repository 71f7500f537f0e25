"""The prompt, messages, popups, type and a whole form, on boards."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rushes.ui.components.combo_box import ComboBox
from rushes.ui.components.empty_state import EmptyState
from rushes.ui.components.form_field import FormField
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.main_button import MainButton
from rushes.ui.components.menu import Menu
from rushes.ui.components.message_bar import MessageBar, MessageKind
from rushes.ui.components.outcome_line import OutcomeLine
from rushes.ui.components.popover import Popover
from rushes.ui.components.prompt_edit import PromptEdit
from rushes.ui.components.seed_field import SeedField
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.toast import Toast
from rushes.ui.theme.icons import icon_names, paint_icon, paint_mark
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from rushes.ui.theme.typography import TextStyle
from tests.gallery.board import Board, Painted
from tests.gallery.scenes_controls import options_of


def prompts() -> QWidget:
    """The prompt field and the main button with the line beneath."""
    board = Board(2)
    section = board.section("Prompt editor")

    def prompt(text: str) -> PromptEdit:
        edit = PromptEdit("What should be seen? Alt ↑ brings back earlier prompts.")
        edit.set_text(text)
        edit.add_foot_button(IconButton("recent", "Earlier", small=True, icon_size=14))
        edit.add_foot_button(IconButton("braces", "Snippets", small=True, icon_size=14))
        return edit

    section.caption("Empty")
    section.add(prompt(""))
    section.caption("Written")
    cabin = "A log cabin under the northern lights, fresh snow, smoke from the chimney"
    written = prompt(f"{cabin}, still air, wide lens, slow push in, grainy 35 mm film")
    section.add(written)
    section.caption("A brace left open")
    open_brace = prompt("A lone rider at {dawn|dusk")
    open_brace.set_message("This { is not closed")
    section.add(open_brace)

    other = board.section("Main button, length, price")
    cases = (
        ("Generate", "6.06 s", "", "price not known", "rest"),
        ("Generate 8", "4 × 2 = 8 jobs", "· 6.06 s each", "about $ 4.00", "hover"),
        ("Generate 8", "8 jobs", "· 6.06 s each", "about $ 4.00", "focus"),
        ("Queue 8 for later", "8 jobs wait for the network", "", "about $ 4.00", "pressed"),
    )
    for word, lead, rest, price, state in cases:
        button = MainButton(word, key="Ctrl ↵")
        button.hover.jump_to(1.0 if state == "hover" else 0.0)
        button.setDown(state == "pressed")
        if state == "focus":
            other.focused(button)
        line = OutcomeLine()
        line.set_outcome(lead, price, rest)
        other.add(button)
        other.add(line)
    guard, wrong, none = OutcomeLine(), OutcomeLine(), OutcomeLine()
    guard.set_problem("Above your limit of $ 10: asks first", Role.WARN, "about $ 12.00")
    wrong.set_problem("Frame Rate: between 5 and 24", Role.BAD)
    none.set_problem("Write a prompt first", Role.MUTED)
    for word, line, enabled in (
        ("Generate 24…", guard, True),
        ("Generate", wrong, False),
        ("Generate", none, False),
    ):
        button = MainButton(word, key="Ctrl ↵")
        button.setEnabled(enabled)
        other.add(button)
        other.add(line)
    board.end()
    return board


def messages() -> QWidget:
    """Message bars, toasts, empty states."""
    board = Board(2)
    section = board.section("Message bars")
    news = (
        (MessageKind.WARN, "Offline. Review works as ever; jobs wait here.", "offline", "", False),
        (
            MessageKind.BAD,
            "The disk is full. The clip is safe at the service; 2.1 GB are needed.",
            "",
            "Free room",
            False,
        ),
        (MessageKind.INFO, "Wan 2.1 has a new setting since yesterday.", "", "Look", True),
        (MessageKind.OK, "Rebuilt 500 jobs from receipts and files.", "", "", True),
    )
    for kind, text, icon, act, closable in news:
        section.add(MessageBar(kind, text, icon=icon, act=act, closable=closable))
    other = board.section("Toasts")
    for text, act, key, icon in (
        ("3 takes moved to Trash", "Undo", "Ctrl Z", "undo"),
        ("Frame 43 saved to Pictures", "Show", "", ""),
    ):
        place = QWidget()
        place.setFixedHeight(72)
        toast = Toast(place)
        toast.show_message(text, act=act, key=key, icon=icon)
        other.add(place)
    empty = board.section("Empty states", span=2)
    holder = QWidget()
    row = QHBoxLayout(holder)
    for icon, title, text, act, key in (
        (
            "film",
            "No takes yet",
            "Write a prompt and press Generate. Every take stays here, with its settings.",
            "Start with an example",
            "",
        ),
        (
            "search",
            "Nothing matches",
            "Picked, rated 3 or more, without “rain”. Taking off “rated 3 or more” finds 12.",
            "Take off “rated 3 or more”",
            "",
        ),
        (
            "compare",
            "Choose 2 to 9 takes",
            "Select takes in History or the filmstrip, then press C.",
            "",
            "C",
        ),
        (
            "trash",
            "Trash is empty",
            "What you trash waits here until you empty it. Marks and settings come back with it.",
            "",
            "",
        ),
    ):
        state = EmptyState(icon, title, text, act=act, key=key)
        state.setFixedHeight(220)
        row.addWidget(state)
    empty.add(holder)
    board.end()
    return board


def type_and_icons() -> QWidget:
    """Type sizes, the mark, every icon with its name, colour roles."""
    board = Board(2)
    section = board.section("Type")
    for style in TextStyle:
        value = style.value
        words = f"{style.name.replace('_', ' ').capitalize()} {value.pixels}/{value.line_height}"
        section.add(TextLabel(words, style, Role.STRONG))
    section.add(TextLabel("00:00:02:10", TextStyle.HEADING, Role.STRONG, tabular=True))
    long = "Body text that is long enough to break into lines shows the distance between them. " * 2
    section.add(TextLabel(long.strip(), TextStyle.BODY, Role.TEXT, wrap=True))

    def mark(painter: QPainter, area: QRectF) -> None:
        theme = current_theme()
        paint_mark(painter, area, theme.color(Role.STRONG), theme.color(Role.PANEL))

    section.line("Mark", Painted(20, 20, mark), Painted(30, 30, mark), Painted(64, 64, mark))
    icons = board.section("Icons")

    def sheet(painter: QPainter, area: QRectF) -> None:
        theme = current_theme()
        for index, name in enumerate(icon_names()):
            row, column = divmod(index, 14)
            box = QRectF(column * 44 + 8, row * 34 + 6, 16, 16)
            paint_icon(painter, name, box, theme.color(Role.TEXT))

    icons.add(Painted(640, 260, sheet))
    roles = board.section("Colour roles", span=2)

    def swatches(painter: QPainter, area: QRectF) -> None:
        theme = current_theme()
        for index, role in enumerate(Role):
            row, column = divmod(index, 14)
            box = QRectF(column * 92, row * 62, 84, 36)
            painter.fillRect(box, theme.color(role))
            painter.setPen(theme.color(Role.EDGE))
            painter.drawRect(box)
            painter.setFont(theme.font(TextStyle.CAPTION))
            painter.setPen(theme.color(Role.MUTED))
            painter.drawText(int(box.left()), int(box.bottom()) + 14, role.value)

    roles.add(Painted(1296, 260, swatches))
    board.end()
    return board


def form() -> QWidget:
    """The components together as a panel has them."""
    panel = Board(1)
    section = panel.section("A panel")
    layout = QVBoxLayout()
    layout.setSpacing(14)
    frames = Segmented(options_of("81", "85", "89", "93", "97"))
    frames.set_value("97")
    sizes = Segmented(options_of("480p", "580p", "720p"))
    sizes.set_value("720p")
    prompt = PromptEdit("What should be seen?")
    prompt.set_text("A log cabin under the northern lights, fresh snow, wide lens")
    button = MainButton("Generate 8", key="Ctrl ↵")
    line = OutcomeLine()
    line.set_outcome("4 × 2 = 8 jobs", "price not known", "· 6.06 s each")
    for widget in (
        prompt,
        FormField("Number of Frames", frames, value="6.06 s", help_text="More is longer."),
        FormField("Frame Rate", SliderSpin(5, 24, default=16, unit="fps")),
        FormField("Resolution", sizes),
        FormField("Seed", SeedField(), value="a new one for each job"),
        button,
        line,
    ):
        section.add(widget)
    panel.end()
    return panel


def popups() -> QWidget:
    """A menu, a list that is open, and the words behind "?", as they look while they float."""
    board = Board(3)
    menu = Menu()
    for words, icon, key in (
        ("Use all", "use_all", "Ctrl+U"),
        ("Remix", "remix", "Ctrl+R"),
        ("Compare", "compare", "C"),
    ):
        menu.add_action(words, icon).setShortcut(key)
    menu.addSeparator()
    menu.add_action("Move to Trash", "trash").setShortcut("Del")
    loop = menu.add_action("Loop")
    loop.setCheckable(True)
    loop.setChecked(True)
    menu.add_menu("Export").add_action("Clip…")
    menu.add_action("Reveal exported file").setEnabled(False)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(menu.actions()[1])
    section = board.section("Menu")
    section.add(_still(menu))
    menu.close()
    combo = ComboBox(options_of(*(f"{seconds} seconds" for seconds in range(5, 11))))
    combo.set_value("7 seconds")
    combo.resize(160, 28)
    combo.showPopup()
    section = board.section("List")
    section.add(_still(combo.view().window()))
    combo.hidePopup()
    popover = Popover("Frames in one second. More is smoother and takes longer to make.", combo)
    section = board.section("Help")
    section.add(_still(popover))
    board.end()
    return board


def _still(window: QWidget) -> QWidget:
    """A picture of a popup, to be shown inside a board."""
    shot = window.grab()
    size = shot.deviceIndependentSize().toSize()

    def paint(painter: QPainter, area: QRectF) -> None:
        painter.drawPixmap(0, 0, shot)

    return Painted(size.width(), size.height(), paint)


def right_to_left() -> QWidget:
    """The same form in a window that runs from right to left."""
    panel = form()
    for widget in (panel, *panel.findChildren(QWidget)):
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return panel


SCENES: dict[str, Callable[[], QWidget]] = {
    "components-prompts": prompts,
    "components-messages": messages,
    "components-type-icons": type_and_icons,
    "components-form": form,
    "components-form-right-to-left": right_to_left,
    "components-popups": popups,
}
SIZES = {
    "components-prompts": (900, 720),
    "components-messages": (1280, 600),
    "components-type-icons": (1380, 860),
    "components-form": (328, 640),
    "components-form-right-to-left": (328, 640),
    "components-popups": (900, 340),
}
