"""The keys in force in words, in the groups in which people look for them."""

from PySide6.QtCore import QCoreApplication

from rushes.domain.mark_changes import MarkChange
from rushes.domain.marks import LABELS, MOST_STARS, Flag, Mark
from rushes.ui.marks.mark_keys import DEFAULT_MARK_KEYS, MarkCommand
from rushes.ui.trash.trash_keys import DELETE_KEY, RESTORE_KEY
from rushes.ui.viewer.keys import DEFAULT_KEYS, ViewerCommand

Line = tuple[str, tuple[str, ...]]
"""What is done, and the keys for it."""

Group = tuple[str, list[Line]]
"""A title and its lines."""


def key_groups() -> list[Group]:
    """All groups in the order of the sheet."""
    return [
        (_tr("Play"), _play_lines()),
        (_tr("History"), _history_lines()),
        (_tr("Look"), _look_lines()),
        (_tr("Frames out"), _out_lines()),
        (_tr("Compare"), _compare_lines()),
        (_tr("Mark"), _mark_lines()),
        (_tr("Compose"), [(_tr("Generate"), ("Ctrl+Return",))]),
        (_tr("Anywhere"), _window_lines()),
    ]


def _play_lines() -> list[Line]:
    c = ViewerCommand
    return [
        (_tr("Play or pause"), _keys(c.PLAY_OR_PAUSE)),
        (_tr("Back, stop, forward"), _keys(c.SHUTTLE_BACK, c.SHUTTLE_STOP, c.SHUTTLE_ON)),
        (_tr("Again: 2×, 4×; with K held: one frame"), ()),
        (_tr("One frame"), _keys(c.FRAME_BACK, c.FRAME_ON)),
        (_tr("Ten frames"), _keys(c.TEN_BACK, c.TEN_ON)),
        (_tr("First and last frame"), _keys(c.FIRST, c.LAST)),
        (_tr("Go to a frame or timecode"), _keys(c.GO_TO_FRAME)),
        (_tr("Previous and next note or range"), _keys(c.PREVIOUS_MARK, c.NEXT_MARK)),
        (_tr("In and Out here"), _keys(c.SET_IN, c.SET_OUT)),
        (_tr("Clear In and Out"), _keys(c.CLEAR_IN, c.CLEAR_OUT)),
        (_tr("Loop, once, ping-pong"), _keys(c.NEXT_LOOP_KIND)),
        (_tr("Slower and faster"), _keys(c.SLOWER, c.FASTER)),
        (_tr("Sound off or on"), _keys(c.MUTE)),
    ]


def _history_lines() -> list[Line]:
    return [
        (_tr("Open a take or a stack"), ("Return",)),
        (_tr("Play or pause"), _keys(ViewerCommand.PLAY_OR_PAUSE)),
        (_tr("Full screen"), _keys(ViewerCommand.FULL_SCREEN)),
        (_tr("Close a stack"), ("Esc",)),
        (_tr("Choose all"), ("Ctrl+A",)),
        (_tr("Choose one more, or one less"), ("Ctrl+Space",)),
    ]


def _look_lines() -> list[Line]:
    c = ViewerCommand
    return [
        (_tr("Fit, 100 %, 200 %"), _keys(c.FIT, c.FULL_SIZE, c.DOUBLE_SIZE)),
        (_tr("Larger and smaller"), _keys(c.ZOOM_IN, c.ZOOM_OUT)),
        (_tr("Pixel grid"), _keys(c.PIXEL_GRID)),
        (_tr("Next surround"), _keys(c.NEXT_SURROUND)),
        (_tr("Information"), _keys(c.INFORMATION)),
        (_tr("Full screen"), _keys(c.FULL_SCREEN)),
        (_tr("Second screen"), _keys(c.SECOND_SCREEN)),
        (_tr("Leave"), _keys(c.LEAVE)),
    ]


def _out_lines() -> list[Line]:
    c = ViewerCommand
    return [
        (_tr("Save frame"), _keys(c.SAVE_FRAME)),
        (_tr("Copy frame"), _keys(c.COPY_FRAME)),
    ]


def _compare_lines() -> list[Line]:
    c = ViewerCommand
    return [
        (_tr("Compare"), _keys(c.COMPARE)),
        (_tr("Wipe"), _keys(c.WIPE)),
        (_tr("Next and previous clip"), _keys(c.NEXT_CLIP, c.PREVIOUS_CLIP)),
        (_tr("Clip earlier and later"), _keys(c.EARLIER, c.LATER)),
    ]


def _mark_lines() -> list[Line]:
    def of(mark: Mark, value: int | Flag, *, toggles: bool = False) -> str:
        return DEFAULT_MARK_KEYS[MarkChange(mark, value, toggles=toggles)]

    stars = (of(Mark.RATING, 1), of(Mark.RATING, MOST_STARS), of(Mark.RATING, 0))
    labels = tuple(of(Mark.LABEL, label, toggles=True) for label in LABELS)
    flags = tuple(of(Mark.FLAG, flag) for flag in (Flag.PICK, Flag.REJECT, Flag.NONE))
    undo = (DEFAULT_MARK_KEYS[MarkCommand.UNDO], DEFAULT_MARK_KEYS[MarkCommand.REDO])
    return [
        (_tr("One to five stars, none"), stars),
        (_tr("Pick, reject, neither"), flags),
        (_tr("Colour label"), labels),
        (_tr("Tags"), (DEFAULT_MARK_KEYS[MarkCommand.TAGS],)),
        (_tr("Note on the frame or the take"), (DEFAULT_MARK_KEYS[MarkCommand.NOTE],)),
        (_tr("In to Out is good, or not"), (DEFAULT_MARK_KEYS[MarkCommand.GOOD_RANGE],)),
        (_tr("Undo and redo a mark"), undo),
        (_tr("To the trash; in the trash: remove for good"), (DELETE_KEY,)),
        (_tr("Restore from the trash"), (RESTORE_KEY,)),
    ]


def _window_lines() -> list[Line]:
    return [
        (_tr("Create, Review"), ("Ctrl+1", "Ctrl+2")),
        (_tr("Activity"), ("Ctrl+3",)),
        (_tr("History, Details"), ("Ctrl+4", "Ctrl+5")),
        (_tr("Find in History"), ("Ctrl+F",)),
        (_tr("Settings"), ("Ctrl+,",)),
        (_tr("Text size"), ("Ctrl++", "Ctrl+-", "Ctrl+0")),
        (_tr("These keys"), ("F1", "?")),
    ]


def _keys(*commands: ViewerCommand) -> tuple[str, ...]:
    return tuple(DEFAULT_KEYS[command] for command in commands)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeySheet", text)
