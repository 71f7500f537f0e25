"""Opening, switching, failing, closing, and what is said in the picture's place."""

import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.domain.media_facts import MediaFacts
from rushes.media.clip_frames import ClipFrames
from rushes.media.encode import encode_mp4, encode_still
from rushes.media.picture import Picture
from rushes.ui.components.text_label import TextLabel
from tests.media.clips import numbered_image, write_clip

from .conftest import FRAMES, Screen


def words_on(widget: QWidget) -> list[str]:
    """All words that can be seen on a widget."""
    return [
        label.text()
        for label in widget.findChildren(TextLabel)
        if label.isVisible() and label.text()
    ]


def viewer_threads() -> list[str]:
    names = (thread.name for thread in threading.enumerate())
    return [name for name in names if name.startswith(("decode ", "convert ", "strip "))]


def test_it_says_what_to_do_while_there_is_nothing(screen: Screen) -> None:
    assert words_on(screen.panel) == [
        "Nothing to show yet",
        "Write a prompt and press Generate, or choose a take in History.",
    ]
    assert not screen.panel.stage.isVisible()


def test_facts_are_told_when_a_clip_opens(screen: Screen, clip: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.panel.clip_opened) as told:
        screen.panel.show_clip(clip)
    facts = told.args[0]
    assert isinstance(facts, MediaFacts)
    assert (facts.frames, facts.width, facts.height) == (FRAMES, 272, 96)
    qtbot.waitUntil(lambda: screen.panel.frame_count == FRAMES)
    assert screen.panel.stage.isVisible()


def test_a_broken_file_is_told_in_words(screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom\0\0\0\0isommp41" + b"rubbish" * 50)
    with qtbot.waitSignal(screen.panel.clip_failed) as told:
        screen.panel.show_clip(path, title="Night tram, take 3")
    assert isinstance(told.args[0], MediaUnreadable)
    assert words_on(screen.panel) == [
        "Night tram, take 3",
        "This file is broken or of a kind that Rushes cannot read.",
        "It was left as it is.",
    ]
    page = screen.panel.message_page
    assert not page.details.isVisible()
    QTest.mouseClick(page.details_button, Qt.MouseButton.LeftButton)
    assert page.details.isVisible()
    assert "broken.mp4" in page.details.toPlainText()
    assert screen.panel.frame_count == 0


def test_a_missing_file_is_told_and_the_next_clip_opens(
    screen: Screen, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.panel.clip_failed):
        screen.panel.show_clip(tmp_path / "gone.mp4", title="Night tram")
    assert words_on(screen.panel)[:2] == ["Night tram", "The file is not where it was."]
    screen.open(clip)
    screen.wait_for(0)


def test_a_file_that_failed_is_tried_again_when_asked_for(
    screen: Screen, clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "late.mp4"
    with qtbot.waitSignal(screen.panel.clip_failed):
        screen.panel.show_clip(path)
    path.write_bytes(clip.read_bytes())
    screen.open(path)
    screen.wait_for(0)


def test_switching_quickly_shows_the_last_one_alone(
    screen: Screen, clip: Path, other_clip: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened: list[int] = []
    failed: list[object] = []
    screen.panel.clip_opened.connect(lambda facts: opened.append(facts.frames))
    screen.panel.clip_failed.connect(failed.append)
    for path in (clip, tmp_path / "gone.mp4", other_clip, clip, other_clip):
        screen.panel.show_clip(path)
    qtbot.waitUntil(lambda: screen.panel.frame_count == 31)
    screen.wait_for(0)
    qtbot.wait(100)
    assert opened == [31]
    assert failed == []


def test_the_picture_before_stays_until_the_next_is_there(
    shown: Screen, other_clip: Path, qtbot: QtBot
) -> None:
    shown.panel.seek(20)
    shown.wait_for(20)
    before = shown.panel.stage.picture.picture
    pages: list[str] = []
    shown.panel.show_clip(other_clip)
    assert shown.panel.stage.picture.picture is before
    assert shown.painted_number() == shown.told_number() == 21
    assert shown.panel.stage.isVisible()
    assert shown.panel.current_index == -1
    while shown.panel.frame_count == 0:
        shown.painted_number()
        assert shown.panel.stage.isVisible()
        pages.append(shown.panel.stage.transport.position.words())
        qtbot.wait(1)
    shown.wait_for(0)
    assert set(pages) <= {"00:00:00:20, frame 21 of 49"}


def test_the_clip_that_is_open_stays_as_it_is(shown: Screen, clip: Path, qtbot: QtBot) -> None:
    shown.panel.seek(20)
    shown.wait_for(20)
    shown.panel.show_clip(clip, title="Another name")
    qtbot.wait(50)
    shown.wait_for(20)


def test_playing_may_be_asked_for_before_the_clip_is_open(
    screen: Screen, clip: Path, qtbot: QtBot
) -> None:
    screen.panel.show_clip(clip)
    screen.panel.play()
    assert screen.panel.is_playing
    qtbot.waitUntil(lambda: screen.panel.current_index > 3)
    screen.check()


def test_a_message_takes_the_place_of_the_clip(shown: Screen) -> None:
    shown.panel.play()
    shown.panel.show_message("in_queue", "In queue", "Position 3")
    assert words_on(shown.panel) == ["In queue", "Position 3"]
    assert not shown.panel.is_playing
    assert (shown.panel.current_index, shown.panel.frame_count) == (-1, 0)
    shown.panel.show_message("in_progress", "In progress", "1:42 so far")
    assert words_on(shown.panel) == ["In progress", "1:42 so far"]
    shown.panel.show_empty()
    assert words_on(shown.panel)[0] == "Nothing to show yet"


def test_text_of_others_is_shown_as_it_is(screen: Screen) -> None:
    screen.panel.show_message("failed", "<b>Failed</b>", "<i>no</i>", "<a href='x'>raw</a>")
    page = screen.panel.message_page
    assert words_on(screen.panel) == ["<b>Failed</b>", "<i>no</i>"]
    assert page.details.toPlainText() == "<a href='x'>raw</a>"
    assert page.title.textFormat() is Qt.TextFormat.PlainText


def test_closing_while_frames_are_decoded_leaves_no_thread(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    # Noise is the hardest to decode.
    noise = np.random.default_rng(97).integers(0, 256, (720, 1280, 3), dtype=np.uint8)
    path = tmp_path / "noise.mp4"
    encode_mp4(path, (np.roll(noise, step, 0) for step in range(16)), rate=Fraction(24))
    screen.panel.show_clip(path)
    qtbot.waitUntil(lambda: bool(viewer_threads()))
    screen.panel.close_clip()
    assert viewer_threads() == []
    screen.panel.show_clip(path)
    qtbot.waitUntil(lambda: screen.panel.current_index == 0)
    screen.panel.play()
    qtbot.wait(300)
    screen.panel.close_clip()
    assert viewer_threads() == []
    assert screen.panel.current_index == -1


def test_threads_of_clips_that_were_left_end_by_themselves(
    screen: Screen, clip: Path, other_clip: Path, qtbot: QtBot
) -> None:
    for path in (clip, other_clip) * 3:
        screen.open(path)
    screen.panel.show_empty()
    qtbot.waitUntil(lambda: viewer_threads() == [])


def test_a_still_image_is_one_frame_that_does_not_play(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "still.png"
    path.write_bytes(encode_still(numbered_image(1), "png"))
    screen.open(path)
    screen.wait_for(0)
    assert screen.panel.stage.transport.position.words() == "00:00:00:00, frame 1 of 1"
    screen.panel.play()
    screen.panel.step(1)
    qtbot.wait(50)
    assert not screen.panel.is_playing
    screen.wait_for(0)


def test_full_screen_takes_the_player_along_and_brings_it_back(shown: Screen, qtbot: QtBot) -> None:
    stage, panel = shown.panel.stage, shown.panel
    panel.seek(7)
    shown.wait_for(7)
    QTest.keyClick(stage.picture, Qt.Key.Key_F11)
    assert stage.window() is not shown.window
    assert stage.window().isFullScreen()
    assert words_on(panel)[0] == "In full screen"
    shown.wait_for(7)
    QTest.keyClick(stage.picture, Qt.Key.Key_Right)
    shown.wait_for(8)
    assert stage.transport.full_screen.accessibleName() == "Leave full screen"
    QTest.keyClick(stage.picture, Qt.Key.Key_Escape)
    assert stage.window() is shown.window
    assert stage.isVisible()
    QTest.keyClick(stage.picture, Qt.Key.Key_Right)
    shown.wait_for(9)
    stage.transport.full_screen.click()
    assert stage.window().isFullScreen()
    panel.show_message("failed", "Failed", "No")
    assert stage.window() is shown.window
    assert words_on(panel) == ["Failed", "No"]


def test_everything_that_takes_the_keyboard_has_a_name(shown: Screen) -> None:
    nameless = []
    for widget in [shown.panel, *shown.panel.findChildren(QWidget)]:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(widget)
            if not face.text(QAccessible.Text.Name):
                nameless.append(_path_of(widget))
    assert nameless == []


def _path_of(thing: QObject | None) -> str:
    names = []
    while thing is not None:
        names.append(type(thing).__name__)
        thing = thing.parent()
    return " < ".join(names)


def test_tab_goes_through_the_player_in_the_order_it_is_read(shown: Screen) -> None:
    bar = shown.panel.stage.transport
    expected = [bar.position, bar.first, bar.back, bar.play, bar.on, bar.last, bar.loop]
    expected += [bar.speed, shown.panel.controls.zoom_button, bar.compare, bar.save]
    expected += [bar.second_screen, bar.full_screen]
    expected += [shown.panel.stage.timeline]
    found = []
    for _ in expected:
        focused = shown.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        found.append(shown.window.focusWidget())
    assert found == expected


def test_the_picture_shows_its_focus_for_keys_alone(shown: Screen) -> None:
    view = shown.panel.stage.picture
    area = view.picture_area().toRect()
    ring = area.topLeft().x() - 3, area.center().y()
    bar = shown.panel.stage.transport
    bar.position.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar.position, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert shown.window.focusWidget() is view
    assert view.grab().toImage().pixelColor(*ring).name() == "#79b0ff"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    assert view.grab().toImage().pixelColor(*ring).name() == "#161616"


class GatedClip(ClipFrames):
    """A clip on a slow disk: it opens when the gate does."""

    gate: threading.Event

    def __init__(self, *arguments: Any, on_opened: Callable[..., None], **options: Any) -> None:
        def opened_late(*facts: object) -> None:
            self.gate.wait()
            on_opened(*facts)

        super().__init__(*arguments, on_opened=opened_late, **options)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    gate = threading.Event()
    monkeypatch.setattr(GatedClip, "gate", gate, raising=False)
    monkeypatch.setattr("rushes.ui.viewer.clip_feed.ClipFrames", GatedClip)
    yield gate
    gate.set()


def test_a_slow_disk_is_told_and_never_flickers(
    screen: Screen, clip: Path, other_clip: Path, gate: threading.Event, qtbot: QtBot
) -> None:
    screen.panel.show_clip(clip, title="Cabin, take 3")
    qtbot.wait(100)
    assert words_on(screen.panel)[0] == "Nothing to show yet"
    qtbot.waitUntil(lambda: words_on(screen.panel) == ["Opening…", "Cabin, take 3"])
    gate.set()
    qtbot.waitUntil(lambda: screen.panel.current_index == 0)
    screen.wait_for(0)
    screen.panel.seek(5)
    screen.wait_for(5)
    gate.clear()
    screen.panel.show_clip(other_clip)
    qtbot.waitUntil(lambda: screen.panel.stage.transport.position.words() == "Opening…")
    assert screen.painted_number() == 6
    gate.set()
    qtbot.waitUntil(lambda: screen.panel.frame_count == 31)
    screen.wait_for(0)


def damaged(path: Path, frames: int = 12) -> Path:
    """A clip whose sixth frame cannot be decoded."""
    write_clip(path, frames=frames, codec="prores_ks", pixel_format="yuv422p10le")
    data = bytearray(path.read_bytes())
    # Every ProRes frame begins with "icpf"; without it the decoder refuses the frame.
    at = -1
    for _ in range(6):
        at = data.index(b"icpf", at + 1)
    data[at : at + 4] = b"oops"
    path.write_bytes(data)
    return path


def test_a_damaged_frame_is_told_and_what_is_on_the_screen_stays(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    screen.open(damaged(tmp_path / "damaged.mov"))
    position = screen.panel.stage.transport.position
    for index in (4, 5, 6, 5, 4):
        screen.panel.seek(index)
        if index == 5:
            qtbot.waitUntil(lambda: position.words() == "Frame 6 is damaged")
            assert screen.painted_number() == screen.panel.current_index + 1 != 6
        else:
            screen.wait_for(index)


class DamageFirst(ClipFrames):
    """A clip whose damage is met before its first picture is made."""

    def __init__(
        self,
        *arguments: Any,
        on_picture: Callable[..., None],
        on_error: Callable[..., None],
        **options: Any,
    ) -> None:
        met = threading.Event()
        self.has_pictures = False

        def picture_after_damage(index: int) -> None:
            met.wait()
            self.has_pictures = True
            on_picture(index)

        def error(reason: MediaError) -> None:
            on_error(reason)
            met.set()

        super().__init__(*arguments, on_picture=picture_after_damage, on_error=error, **options)

    def picture(self, index: int) -> Picture | None:
        return super().picture(index) if self.has_pictures else None

    def picture_at_once(self, index: int) -> None:
        return None


@pytest.mark.parametrize("at", [0, 5])
def test_damage_that_is_met_before_the_first_picture_spoils_no_clip(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr("rushes.ui.viewer.clip_feed.ClipFrames", DamageFirst)
    screen.panel.clip.open(damaged(tmp_path / "damaged.mov"), at=at)
    screen.wait_for(0)
