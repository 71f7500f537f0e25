"""What is told of the frame on the screen: true to it, and beside it where there is room."""

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rushes.domain.media_facts import MediaFacts
from rushes.media.colour_facts import ColourFacts
from rushes.media.frame import ColourMatrix
from rushes.media.frame_times import FrameTimes
from rushes.media.picture import Quality
from rushes.ui.theme.theme import Surround, Theme, ThemeSettings, apply_theme
from rushes.ui.viewer.information.clip_information import ShownNow, information_lines
from tests.media.clips import write_clip
from tests.ui.viewer.conftest import Screen


def told(screen: Screen) -> dict[str, str]:
    """The lines of the overlay by their names."""
    lines = screen.panel.controls.information.overlay.words().splitlines()[1:]
    return dict(line.split(" ", 1) for line in lines)


def press(screen: Screen, key: Qt.Key) -> None:
    focused = screen.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.fixture
def informed(screen: Screen, clip: Path) -> Screen:
    """A Viewer that tells what it knows of the clip "A <b>take</b>"."""
    screen.open(clip, "A <b>take</b>")
    screen.panel.setFocus()
    press(screen, Qt.Key.Key_D)
    return screen


def test_a_key_shows_and_hides_it(informed: Screen) -> None:
    overlay, seen = informed.panel.controls.information.overlay, []
    informed.panel.information_changed.connect(seen.append)
    assert overlay.isVisible()
    assert informed.panel.information_shown
    press(informed, Qt.Key.Key_D)
    assert not overlay.isVisible()
    informed.panel.information_shown = True
    assert overlay.isVisible()
    assert seen == [False, True]


def test_it_tells_the_frame_that_is_painted(informed: Screen, qtbot: QtBot) -> None:
    view = informed.panel.stage.picture
    for index in (0, 7, 42, 12):
        informed.panel.seek(index)
        qtbot.waitUntil(lambda index=index: informed.panel.current_index == index)
        lines = told(informed)
        assert lines["Frame"] == f"{index + 1} of 49"
        assert lines["Timecode"] == f"00:00:0{index // 24}:{index % 24:02}"
        assert lines["Time"] == f"{index / 24:.3f} s"
    qtbot.waitUntil(lambda: told(informed)["Picture"] == "exact")
    assert told(informed) | {"Zoom": "", "Frame": "", "Timecode": "", "Time": ""} == {
        "File": "H.264, mp4",
        "Size": "272 × 96",
        "Zoom": "",
        "Rate": "24 fps",
        "Frame": "",
        "Timecode": "",
        "Time": "",
        "Colour": "BT.601, assumed",
        "Range": "video, assumed",
        "Depth": "8 bit, yuv420p",
        "Picture": "exact",
    }
    percent = round(view.screen_area().width() / 272 * 100)
    assert told(informed)["Zoom"] == f"Fit, {percent} %"
    view.zoom.set_scale(2.0)
    assert told(informed)["Zoom"] == "200 %"
    assert told(informed)["Picture"] == "right frame, scaled for now"
    qtbot.waitUntil(lambda: told(informed)["Picture"] == "exact")
    overlay = informed.panel.controls.information.overlay
    assert overlay.words().startswith("A <b>take</b>\n")
    assert overlay.accessibleDescription() == overlay.words()


def test_tags_of_the_file_are_told_as_such(screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    path = write_clip(tmp_path / "tagged.mp4", frames=2, tags=(1, 2), pixel_format="yuv420p")
    screen.open(path)
    screen.panel.information_shown = True
    assert (told(screen)["Colour"], told(screen)["Range"]) == (
        "BT.709, as tagged",
        "full, as tagged",
    )


def test_it_lies_beside_the_picture_where_there_is_room(informed: Screen) -> None:
    view = informed.panel.stage.picture
    overlay = informed.panel.controls.information.overlay
    # The clip is nearly three times as wide as high: in a high window there is room above it.
    informed.window.resize(700, 1400)
    QApplication.sendPostedEvents()
    assert not view.picture_area().intersects(overlay.geometry().toRectF())
    corner = overlay.mapTo(view, overlay.rect().topLeft())
    surround = view.grab().toImage().pixelColor(corner.x() + 1, corner.y() + 1)
    assert surround.name() == "#161616"
    view.zoom.set_scale(16.0)
    covered = view.grab().toImage().pixelColor(overlay.geometry().center())
    assert max(covered.getRgb()[:3]) < 90


def test_it_has_a_ground_of_its_own_where_the_surround_is_another(
    informed: Screen, qapp: QApplication
) -> None:
    settings = ThemeSettings(reduced_motion=True, surround=Surround.GREY)
    apply_theme(qapp, Theme.from_settings(settings))
    informed.window.resize(700, 1400)
    QApplication.sendPostedEvents()
    view = informed.panel.stage.picture
    overlay = informed.panel.controls.information.overlay
    place = overlay.geometry().topLeft()
    assert view.grab().toImage().pixelColor(place.x() + 40, place.y() + 4).name() != "#808080"


def test_it_goes_with_the_clip(informed: Screen) -> None:
    informed.panel.show_empty()
    assert informed.panel.controls.information.overlay.isHidden()


def shown_now(**changes: object) -> ShownNow:
    values: dict[str, object] = {
        "facts": MediaFacts("video", "webm", "vp9", 3840, 2160, 60, Fraction(30), 2.0),
        "times": FrameTimes.constant(60, Fraction(30_000, 1001)),
        "index": 4,
        "due": 4,
        "scale": 0.05,
        "fits": True,
        "quality": Quality.QUICK,
        "colour": ColourFacts("yuv420p10le", 10, ColourMatrix.BT2020, True, False, True),
    }
    return ShownNow(**(values | changes))  # type: ignore[arg-type]


def test_words_for_what_is_late_quick_deep_or_still() -> None:
    lines = dict(information_lines(shown_now()))
    assert lines["Rate"] == "29.97 fps"
    assert lines["Zoom"] == "Fit, 5.0 %"
    assert lines["Depth"] == "10 bit, yuv420p10le"
    assert lines["Colour"] == "BT.2020, as tagged"
    assert lines["Picture"] == "right frame, quick colour"
    late = dict(information_lines(shown_now(due=6)))
    assert late["Picture"] == "late: frame 7 is due"
    still = shown_now(
        facts=MediaFacts("image", "png", "png", 8, 8, 1, Fraction(0), 0.0),
        times=FrameTimes.still(),
        colour=ColourFacts("rgba", 8, None, False, True, False),
    )
    lines = dict(information_lines(still))
    assert (lines["File"], lines["Rate"], lines["Colour"]) == ("PNG", "still image", "RGB")
    assert "Frame" not in lines
