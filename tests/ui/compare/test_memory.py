"""Pictures that nobody sees are not held, and many views share what they may hold."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rushes.media.picture_ahead import AHEAD_BYTES, AheadRoom, ahead_room
from rushes.ui.compare.kinds import CompareKind

from .conftest import BoardScreen, Compare

PICTURE_OF_4K = 3840 * 2160 * 4


def held(screen: BoardScreen) -> list[int]:
    """How many pictures each clip holds."""
    found = []
    for clip in screen.comparison.group.clips:
        assert clip.times is not None
        moments = range(screen.panel.playback.frames)
        indexes = {clip.index_of(moment) for moment in moments}
        assert len(indexes) == clip.times.frames
        found.append(sum(clip.picture(moment) is not None for moment in moments))
    return found


@pytest.mark.parametrize("views", range(1, 10))
def test_many_views_hold_little_each(views: int) -> None:
    room = ahead_room(views)
    assert room.fewest >= 1
    most = max(room.nbytes, room.fewest * PICTURE_OF_4K) * views
    assert most <= max(4 * AHEAD_BYTES, 9 * PICTURE_OF_4K)
    assert ahead_room(1) == AheadRoom()


def test_clips_out_of_sight_hold_no_pictures(compare: Compare, qtbot: QtBot) -> None:
    screen = compare("even", "even", "even", "even")
    qtbot.waitUntil(lambda: all(held(screen)))
    for kind in (CompareKind.WIPE, CompareKind.OVERLAY, CompareKind.DIFFERENCE):
        screen.comparison.set_kind(kind)
        qtbot.waitUntil(lambda: screen.is_at_rest)
        qtbot.waitUntil(lambda: held(screen)[2:] == [0, 0])
        assert all(held(screen)[:2])
    screen.comparison.choose(3)
    qtbot.waitUntil(lambda: held(screen)[1:3] == [0, 0] and held(screen)[3] > 0)
    screen.panel.playback.seek(9)
    screen.comparison.set_kind(CompareKind.SIDE_BY_SIDE)
    screen.wait_for(10, 10, 10, 10)


def test_nine_at_their_own_size_hold_one_picture_each(
    compare: Compare, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # As if each picture were larger than its share, as those of 4K are.
    monkeypatch.setattr("rushes.media.picture_ahead.AHEAD_BYTES", 1000)
    screen = compare(*["even"] * 9)
    screen.comparison.board.zoom.set_scale(1.0)
    for index in (4, 20, 11):
        screen.panel.playback.seek(index)
        qtbot.waitUntil(lambda: screen.is_at_rest)
        qtbot.waitUntil(lambda: held(screen) == [1] * 9)
        pictures = [cell.picture.picture for cell in screen.comparison.board.cells]
        assert [picture and picture.index for picture in pictures] == [index] * 9
    screen.press(Qt.Key.Key_W)
    qtbot.waitUntil(lambda: screen.is_at_rest)
    # Nor do the cells that are out of sight keep what they showed.
    assert all(cell.picture.picture is None for cell in screen.comparison.board.cells)
