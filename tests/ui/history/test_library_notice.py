from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.library.announcements import (
    LibraryCameBack,
    LibraryWentAway,
    MediaAway,
    MediaBack,
    WritingRefused,
    WritingWorks,
)
from rushes.library.rebuild import RebuildReport
from rushes.ui.history.library_notice import LibraryNotice


def opened(**facts: Any) -> Any:
    """What a library says of itself when it was just opened."""
    media = SimpleNamespace(is_away=facts.pop("is_media_away", False))
    return SimpleNamespace(
        **{"is_away": False, "rebuilt": None, "older": None, **facts}, media=media
    )


@pytest.fixture
def notice(qtbot: QtBot, dark: None) -> LibraryNotice:
    made = LibraryNotice()
    qtbot.addWidget(made)
    return made


def test_nothing_is_said_while_all_is_well(notice: LibraryNotice) -> None:
    notice.follow(opened())
    assert notice.isHidden()


def test_what_lasts_is_said_as_long_as_it_lasts(notice: LibraryNotice) -> None:
    notice.follow(opened())
    notice.note_announcement(WritingRefused("disk_full"))
    assert "disk is full" in notice.bar.text.text()
    notice.note_announcement(MediaAway())
    assert "folder with the clips" in notice.bar.text.text()
    notice.note_announcement(LibraryWentAway())
    assert "library’s folder" in notice.bar.text.text()
    assert notice.bar.close_button.isHidden()
    notice.note_announcement(LibraryCameBack(()))
    assert "folder with the clips" in notice.bar.text.text()
    notice.note_announcement(MediaBack())
    assert "disk is full" in notice.bar.text.text()
    notice.note_announcement(WritingWorks())
    assert notice.isHidden()


def test_a_database_made_anew_is_told_with_its_old_file_until_it_is_closed(
    notice: LibraryNotice, qtbot: QtBot, tmp_path: Path
) -> None:
    report = RebuildReport("torn page", tmp_path, jobs=120, held=2, unknown=1)
    notice.follow(opened(rebuilt=report))
    notice.show()
    text = notice.bar.text.text()
    assert "120 takes" in text
    assert "3 of them wait for your word" in text
    assert "torn page" not in text
    with qtbot.waitSignal(notice.folder_requested) as asked:
        QTest.mouseClick(notice.bar.button, Qt.MouseButton.LeftButton)
    assert asked.args == [tmp_path]
    QTest.mouseClick(notice.bar.close_button, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_marks_that_a_rebuild_could_not_read_are_told(
    notice: LibraryNotice, tmp_path: Path
) -> None:
    notice.follow(opened(rebuilt=RebuildReport("torn page", tmp_path, jobs=120, marked=9)))
    assert "marks" not in notice.bar.text.text()
    report = RebuildReport("torn page", tmp_path, jobs=120, marks_from_backup=7, marks_lost=2)
    notice.follow(opened(rebuilt=report))
    assert "The marks of 9 takes are as the last backup had them" in notice.bar.text.text()


def test_an_older_copy_and_a_damaged_database_are_told(notice: LibraryNotice) -> None:
    notice.follow(opened(older="backup"))
    assert "older copy" in notice.bar.text.text()
    notice.show_damage()
    assert "Start Rushes again" in notice.bar.text.text()


@pytest.mark.parametrize("width", [152, 300, 428, 704])
def test_the_words_and_the_act_have_room_at_every_width_of_the_panel(
    notice: LibraryNotice, qtbot: QtBot, tmp_path: Path, width: int
) -> None:
    report = RebuildReport("torn page", tmp_path, jobs=120, held=2, unknown=1)
    notice.resize(width, 100)
    notice.follow(opened(rebuilt=report))
    notice.show()
    qtbot.waitUntil(lambda: notice.bar.text.width() >= 90)
    notice.resize(width, notice.heightForWidth(width))
    text, button = notice.bar.text, notice.bar.button
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))
    assert button.width() >= button.sizeHint().width()
    assert button.geometry().top() >= text.geometry().bottom()
    assert notice.bar.rect().contains(notice.bar.close_button.geometry())
