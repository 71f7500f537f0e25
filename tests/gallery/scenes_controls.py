"""Buttons, choices and numbers in every state, on boards."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from rushes.ui.components.button import Button, ButtonKind
from rushes.ui.components.check_box import CheckBox, RadioButton
from rushes.ui.components.chip import Chip
from rushes.ui.components.choice_field import ChoiceField
from rushes.ui.components.error_line import ErrorLine
from rushes.ui.components.field_label import FieldLabel
from rushes.ui.components.form_field import FormField
from rushes.ui.components.frame_drawing import FrameDrawing
from rushes.ui.components.icon_button import IconButton
from rushes.ui.components.key_cap import KeyCap
from rushes.ui.components.line_field import LineField
from rushes.ui.components.mini_bar import MiniBar
from rushes.ui.components.option import Option
from rushes.ui.components.panel_head import PanelHead, SectionHead
from rushes.ui.components.seed_field import SeedField, SeedMode
from rushes.ui.components.segmented import Segmented
from rushes.ui.components.slider_spin import SliderSpin
from rushes.ui.components.stepper import Stepper
from rushes.ui.components.switch import Switch
from rushes.ui.components.text_label import TextLabel
from rushes.ui.theme.roles import Role
from rushes.ui.theme.typography import TextStyle
from tests.gallery.board import Board


def options_of(*words: str) -> list[Option]:
    """Options whose words are their values."""
    return [Option(word, word) for word in words]


def buttons() -> QWidget:
    """Buttons of every kind and state; icon buttons; keys; chips."""
    board = Board(2)
    section = board.section("Buttons")
    states = ("rest", "hover", "pressed", "focus", "disabled")
    makers: dict[str, Callable[[], Button | IconButton]] = {
        "Primary": lambda: Button("Generate", kind=ButtonKind.PRIMARY),
        "Normal": lambda: Button("Remix", icon="remix"),
        "Quiet": lambda: Button("Presets", kind=ButtonKind.QUIET, drops_down=True),
        "Small": lambda: Button("Use all", icon="use_all", small=True),
        "Icon": lambda: IconButton("camera", "Save frame"),
        "Icon, on": lambda: IconButton("loop", "Loop", checkable=True),
        "Play": lambda: IconButton("play", "Play", size=(40, 32), on_surface=True),
        "Weighty": lambda: Button("Send again…", kind=ButtonKind.WARN),
        "Takes away": lambda: Button("Empty Trash…", kind=ButtonKind.BAD, icon="trash"),
    }
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(4, 4, 4, 4)
    grid.setVerticalSpacing(12)
    for column, state in enumerate(states, start=1):
        label = TextLabel(state, TextStyle.CAPTION, Role.MUTED)
        grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignHCenter)
    for row, (name, make) in enumerate(makers.items(), start=1):
        grid.addWidget(TextLabel(name, TextStyle.CAPTION, Role.MUTED), row, 0)
        for column, state in enumerate(states, start=1):
            button = make()
            if name == "Icon, on":
                button.setChecked(True)
            button.hover.jump_to(1.0 if state == "hover" else 0.0)
            button.setDown(state == "pressed")
            button.setEnabled(state != "disabled")
            if state == "focus":
                section.focused(button)
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignHCenter)
    section.add(holder)

    other = board.section("Keys, chips, heads")
    other.line("Keys", *(KeyCap(text) for text in ("Ctrl ↵", "J", "K", "L", "?")), spacing=8)
    on = Chip("All", checkable=True)
    on.setChecked(True)
    needs = Chip("Needs you 1", icon="needs_you", outlined=True, role=Role.WARN)
    facets = (on, Chip("Unseen 3", outlined=True), Chip("Picks 118", icon="pick", outlined=True))
    other.line("Facets", *facets, needs, spacing=6)
    hovered = Chip("rain", removable=True)
    hovered.hover.jump_to(1.0)
    focused = Chip("35 mm", removable=True)
    other.focused(focused)
    off = Chip("off")
    off.setEnabled(False)
    chips = (Chip("night city", removable=True), hovered, focused, off)
    other.line("Tags", *chips, Chip("Tag", icon="plus", outlined=True), spacing=8)
    head = PanelHead("History", remark="1,284 takes")
    grid_button = IconButton("grid", "Grid", checkable=True)
    grid_button.setChecked(True)
    for button in (grid_button, IconButton("list", "List"), IconButton("sort", "Sort")):
        head.add_widget(button)
    other.add(head)
    other.add(SectionHead("Ranges and notes", remark="3"))
    moving, some, much = MiniBar(), MiniBar(), MiniBar()
    some.set_share(0.37)
    much.set_share(1.0)
    other.line("Bars", moving, some, much)
    board.end()
    return board


def choices() -> QWidget:
    """Segmented controls, lists, switches, steppers, boxes."""
    board = Board(2)
    section = board.section("Segmented control, combo")
    frames = Segmented(options_of("81", "85", "89", "93", "97"))
    frames.set_value("97")
    frames.segments[1].hover.jump_to(1.0)
    frames.setFixedWidth(280)
    section.line("Rest, hover", frames)
    sizes = Segmented(options_of("480p", "580p", "720p"))
    sizes.set_value("720p")
    sizes.setFixedWidth(200)
    section.focused(sizes.segments[2])
    section.line("Focus", sizes)
    refused = Segmented(
        [Option("480p", "480p"), Option("580p", "580p"), Option("720p", "720p", enabled=False)]
    )
    refused.setFixedWidth(200)
    section.line("One refused", refused)
    off = Segmented(options_of("480p", "580p", "720p"))
    off.setFixedWidth(200)
    off.setEnabled(False)
    section.line("Disabled", off)
    shapes = Segmented([Option(1, "16:9", "wide_frame"), Option(2, "9:16", "tall_frame")])
    shapes.setFixedWidth(200)
    section.line("With icons", shapes)
    combo = ChoiceField(options_of("5 s", "6 s", "7 s", "8 s", "9 s", "10 s"))
    combo.setFixedWidth(160)
    long = ChoiceField(options_of("auto", "follow the picture's own shape", "square for the web"))
    long.setFixedWidth(130)
    section.focused(long.control)
    section.line("Combo", combo, long)
    last = ChoiceField(options_of(*"abcdef"))
    last.setEnabled(False)
    last.setFixedWidth(104)
    wrong = ChoiceField(options_of(*"abcdef"))
    wrong.set_refused(True)
    wrong.setFixedWidth(104)
    section.line("Off, refused", last, wrong)

    other = board.section("Switch, stepper, choice")
    switches = [Switch("Magic Prompt") for _ in range(5)]
    for switch in (switches[0], switches[2], switches[4]):
        switch.set_value(True)
    other.focused(switches[2])
    for switch in switches[3:]:
        switch.setEnabled(False)
    other.line("Switch", *switches)
    worded = Switch("Next after a mark", words="Next after a mark")
    worded.set_value(True)
    other.line("With words", worded)
    steppers = [Stepper(1, 9, name="Takes") for _ in range(3)]
    steppers[0].set_value(2)
    steppers[1].set_value(1)
    steppers[2].setEnabled(False)
    other.line("Stepper", *steppers)
    ticked, clear, gone = CheckBox("Whole word"), CheckBox("Accents"), CheckBox("Off")
    ticked.setChecked(True)
    gone.setChecked(True)
    gone.setEnabled(False)
    other.line("Check", ticked, clear, gone)
    mp4, gif, held = RadioButton("mp4"), RadioButton("GIF"), RadioButton("WebP")
    mp4.setChecked(True)
    held.setEnabled(False)
    other.focused(gif)
    other.line("Radio", mp4, gif, held)
    board.end()
    return board


def numbers() -> QWidget:
    """Sliders with spin boxes, seeds, the frame drawing, fields."""
    board = Board(2)
    section = board.section("Slider with spin box")

    def rate(value: float) -> SliderSpin:
        control = SliderSpin(5, 24, default=16, unit="fps", name="Frame Rate")
        control.set_value(value)
        return control

    section.add(FormField("Frame Rate", rate(16), help_text="Frames in one second."))
    focused = rate(20)
    focused.slider.show_keyboard_focus(True)
    section.add(FormField("Focus", focused))
    wrong = FormField("Refused", rate(30))
    wrong.set_error("Between 5 and 24. The service would refuse 30.")
    section.add(wrong)
    off = rate(8)
    off.setEnabled(False)
    section.add(FormField("Disabled", off))
    seconds = SliderSpin(0, 2, step=0.05, decimals=2, default=1, unit="×", name="Strength")
    section.add(FormField("Strength", seconds, value="1.00 ×"))
    section.add(FieldLabel("Number of Frames", value="6.06 s"))

    other = board.section("Seed, frame drawing, fields")
    other.add(FormField("Seed", SeedField(), value="a new one for each job"))
    fixed = SeedField()
    fixed.set_mode(SeedMode.FIXED)
    fixed.set_seed(481516, "from Cabin, take 3")
    other.add(fixed)
    counting = SeedField()
    counting.set_mode(SeedMode.COUNT_UP)
    counting.set_seed(481516)
    other.add(counting)
    wide, tall = FrameDrawing(), FrameDrawing()
    sizes = [(1280, 720), (1024, 576), (832, 480)]
    wide.set_frames(sizes, (1280, 720), "16:9")
    tall.set_frames([(720, 1280), (576, 1024), (480, 832)], (480, 832), "9:16")
    for drawing in (wide, tall):
        drawing.setFixedHeight(110)
    other.line("Frames", wide, tall)
    search = LineField("Search prompts, tags, notes", icon="search", height=30)
    other.add(search)
    bad = LineField(name="Search", icon="search", height=30)
    bad.setText("rating:>=six")
    bad.set_refused(True)
    other.add(bad)
    other.add(ErrorLine("A rating is 0 to 5. Understood so far: everything."))
    none = LineField("Request id")
    none.setEnabled(False)
    other.add(none)
    board.end()
    return board


SCENES: dict[str, Callable[[], QWidget]] = {
    "components-buttons": buttons,
    "components-choices": choices,
    "components-numbers": numbers,
}
SIZES = {
    "components-buttons": (1200, 560),
    "components-choices": (1100, 480),
    "components-numbers": (1000, 560),
}
