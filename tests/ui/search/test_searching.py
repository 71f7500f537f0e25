import asyncio
import time
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from rushes.library.library import Library
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.job_faces.jobs import make_job, until

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def editor(panel: HistoryPanel) -> QLineEdit:
    return panel.search.field.editor


def write(panel: HistoryPanel, text: str) -> None:
    QTest.keyClicks(editor(panel), text)


def chips(panel: HistoryPanel) -> list[str]:
    return [chip.source for chip in panel.search.field.chips]


async def finds(panel: HistoryPanel, count: int) -> None:
    await until(lambda: panel.model.words == panel.search.query)
    await until(lambda: panel.model.job_count == count)


async def test_finished_fields_become_chips_and_narrow_as_one_types(panel: HistoryPanel) -> None:
    write(panel, "cabin")
    await finds(panel, 4)
    write(panel, " -rain")
    await finds(panel, 3)
    assert chips(panel) == []
    write(panel, " is:pick ")
    assert chips(panel) == ["-rain", "is:pick"]
    assert editor(panel).text() == "cabin "
    await finds(panel, 1)
    assert panel.search.explanation.count.text() == "1 take"
    assert "cabin" in panel.search.explanation.words.text()
    assert panel.search.text() == "-rain is:pick cabin"


async def test_backspace_at_the_start_writes_the_last_chip_out(panel: HistoryPanel) -> None:
    write(panel, "is:pick rating:>=4 ")
    assert chips(panel) == ["is:pick", "rating:>=4"]
    QTest.keyClick(editor(panel), K.Key_Backspace)
    assert chips(panel) == ["is:pick"]
    assert editor(panel).text() == "rating:>=4"
    QTest.keyClick(editor(panel), K.Key_Backspace)
    write(panel, "3")
    await finds(panel, 2)


async def test_chips_are_reached_and_removed_by_key(panel: HistoryPanel) -> None:
    panel.search.set_text("is:pick rating:>=4 -rain")
    first, second, third = panel.search.field.chips
    QTest.keyClick(editor(panel), K.Key_Left)
    assert third.hasFocus()
    QTest.keyClick(third, K.Key_Left)
    assert second.hasFocus()
    QTest.keyClick(second, K.Key_Delete)
    assert chips(panel) == ["is:pick", "-rain"]
    assert third.hasFocus()
    QTest.keyClick(third, K.Key_Right)
    assert editor(panel).hasFocus()
    cross = QPoint(first.width() - 8, first.height() // 2)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=cross)
    assert chips(panel) == ["-rain"]
    await finds(panel, 4)


async def test_letters_at_a_chip_are_typed_into_the_field(panel: HistoryPanel) -> None:
    panel.search.set_text("is:pick")
    QTest.keyClick(editor(panel), K.Key_Left)
    QTest.keyClick(panel.search.field.chips[0], K.Key_C)
    assert editor(panel).hasFocus()
    assert panel.search.text() == "is:pick c"


async def test_undo_leads_back_through_chips_and_text(panel: HistoryPanel) -> None:
    write(panel, "cabin is:pick fog")
    assert panel.search.text() == "is:pick cabin fog"
    QTest.keyClick(editor(panel), K.Key_Z, CTRL)
    assert (chips(panel), editor(panel).text().strip()) == (["is:pick"], "cabin")
    QTest.keyClick(editor(panel), K.Key_Z, CTRL)
    assert (chips(panel), editor(panel).text().strip()) == ([], "cabin")
    QTest.keyClick(editor(panel), K.Key_Z, CTRL)
    assert panel.search.text() == ""
    for _ in range(3):
        QTest.keyClick(editor(panel), K.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert panel.search.text() == "is:pick cabin fog"
    panel.search.clear()
    QTest.keyClick(editor(panel), K.Key_Z, CTRL)
    assert panel.search.text() == "is:pick cabin fog"


async def test_a_wrong_query_is_told_and_the_rest_is_shown(panel: HistoryPanel) -> None:
    write(panel, "cabin rating:six ")
    await finds(panel, 4)
    explanation = panel.search.explanation
    assert "six" in explanation.error.text()
    assert "cabin" in explanation.words.text()
    assert editor(panel).accessibleDescription() == explanation.sentence()
    panel.search.set_text("cabin is:pik")
    assert explanation.act.text() == "Use “pick”"
    QTest.mouseClick(explanation.act, Qt.MouseButton.LeftButton)
    assert panel.search.text() == "is:pick cabin"
    assert explanation.error.isHidden()
    await finds(panel, 2)


async def test_what_is_only_unfinished_is_not_wrong_at_once(panel: HistoryPanel) -> None:
    write(panel, "cabin rating:")
    assert panel.search.explanation.error.isHidden()
    await finds(panel, 4)
    await until(lambda: not panel.search.explanation.error.isHidden())


async def test_escape_clears_then_leaves_and_down_enters_the_takes(panel: HistoryPanel) -> None:
    write(panel, "is:pick cabin")
    QTest.keyClick(editor(panel), K.Key_Down)
    assert panel.grid.hasFocus()
    panel.focus_search()
    assert editor(panel).selectedText() == "cabin"
    QTest.keyClick(editor(panel), K.Key_Escape)
    assert (panel.search.text(), chips(panel)) == ("", [])
    assert editor(panel).hasFocus()
    QTest.keyClick(editor(panel), K.Key_Escape)
    assert panel.grid.hasFocus()


async def test_facets_count_and_toggle_their_part(panel: HistoryPanel, library: Library) -> None:
    facets = panel.search.facets
    texts = lambda: [chip.text() for chip in facets.chips.values()]  # noqa: E731
    await until(lambda: texts() == ["All", "Unseen 1", "Picks 2", "Needs you 1"])
    everything, unseen, picks, needs = facets.chips.values()
    assert everything.isChecked()
    QTest.mouseClick(picks, Qt.MouseButton.LeftButton)
    assert chips(panel) == ["is:pick"]
    assert (picks.isChecked(), everything.isChecked()) == (True, False)
    await finds(panel, 2)
    await until(lambda: texts() == ["All", "Unseen 1", "Picks 2", "Needs you 0"])
    QTest.mouseClick(unseen, Qt.MouseButton.LeftButton)
    await finds(panel, 1)
    QTest.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert panel.search.text() == ""
    await library.add([make_job("Cabin anew")])
    await until(lambda: needs.text() == "Needs you 1")


async def test_a_narrow_panel_shows_whole_facets_only(panel: HistoryPanel) -> None:
    facets = panel.search.facets
    await until(lambda: "Needs you 1" in [chip.text() for chip in facets.chips.values()])
    for width, shown in ((428, 4), (300, 3), (152, 1)):
        panel.resize(width, 600)
        await until(lambda width=width: facets.width() <= width)  # type: ignore[misc]
        visible = [chip for chip in facets.chips.values() if chip.isVisible()]
        assert len(visible) == shown, width
        assert all(chip.width() == chip.sizeHint().width() for chip in visible)
        assert all(chip.geometry().right() < facets.width() for chip in visible)
    assert visible[0].text() == "Needs you 1"


async def test_chips_wrap_and_nothing_is_cut_in_one_column(panel: HistoryPanel) -> None:
    panel.resize(152, 700)
    panel.search.set_text('cabin -rain is:pick rating:>=3 album:"A rather long name of an album"')
    field = panel.search.field
    await until(lambda: field.width() < 152)
    places = [chip.geometry() for chip in field.chips] + [field.editor.geometry()]
    assert all(field.rect().contains(place) for place in places)
    for place in places:
        assert not any(place.intersects(other) for other in places if other is not place)


async def test_a_key_takes_less_than_a_frame_of_the_window(
    panel: HistoryPanel, library: Library
) -> None:
    panel.search.set_text("is:pick rating:>=3 -rain")
    longest = []
    for letter in "cabin at dawn":
        began = time.perf_counter()
        write(panel, letter)
        longest.append(time.perf_counter() - began)
    # The usual time: a shared machine may pause any one of them.
    assert sorted(longest)[len(longest) // 2] < 1 / 60


async def test_letters_follow_the_text_size(panel: HistoryPanel, qapp: QApplication) -> None:
    panel.search.set_text("cabin is:pick")
    field, usual = panel.search.field, editor(panel).font().pixelSize()
    apply_theme(qapp, Theme.from_settings(ThemeSettings(text_percent=200, reduced_motion=True)))
    assert editor(panel).font().pixelSize() == 2 * usual
    await until(lambda: field.height() >= 60)
    place = editor(panel).geometry()
    assert field.rect().contains(place)
    assert place.height() >= editor(panel).fontMetrics().height()


async def test_a_name_that_is_being_typed_finds_what_begins_so(panel: HistoryPanel) -> None:
    write(panel, "tag:n")
    await finds(panel, 3)
    QTest.keyClick(editor(panel), K.Key_Backspace)
    write(panel, "du")
    await finds(panel, 1)
    write(panel, " ")
    await finds(panel, 0)
    assert panel.search.text() == "tag:du"
    QTest.keyClick(editor(panel), K.Key_Backspace)
    await finds(panel, 1)
    write(panel, "sk")
    await finds(panel, 1)
    assert editor(panel).text() == "tag:dusk"


async def test_facets_tell_of_another_query_soon_however_long_counting_took(
    panel: HistoryPanel, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    facets = panel.search.facets
    texts = lambda: [chip.text() for chip in facets.chips.values()]  # noqa: E731
    await until(lambda: texts()[1:] == ["Unseen 1", "Picks 2", "Needs you 1"])
    count = library.count

    async def slow_count(queries: Sequence[str]) -> list[int]:
        await asyncio.sleep(0.3)
        return await count(queries)

    monkeypatch.setattr(library, "count", slow_count)
    write(panel, "cabin")
    await until(lambda: texts()[1:] == ["Unseen 1", "Picks 2", "Needs you 0"])
    began = time.monotonic()
    QTest.keyClick(editor(panel), K.Key_Escape)
    write(panel, "dawn")
    await until(lambda: texts()[1:] == ["Unseen 1", "Picks 1", "Needs you 0"])
    # Twenty times as long as counting took would be six seconds.
    assert time.monotonic() - began < 4


async def test_all_is_chosen_with_the_chips_and_removed_by_one_key(panel: HistoryPanel) -> None:
    field, clipboard = panel.search.field, QApplication.clipboard()
    for key in (K.Key_Delete, K.Key_Backspace):
        panel.search.set_text("is:pick rating:>=4 cabin")
        plain = field.chips[0].grab().toImage()
        QTest.keyClick(editor(panel), K.Key_A, CTRL)
        assert field.chips[0].grab().toImage() != plain
        QTest.keyClick(editor(panel), key)
        assert (panel.search.text(), chips(panel)) == ("", [])
    QTest.keyClick(editor(panel), K.Key_Z, CTRL)
    assert panel.search.text() == "is:pick rating:>=4 cabin"
    QTest.keyClick(editor(panel), K.Key_A, CTRL)
    QTest.keyClick(editor(panel), K.Key_C, CTRL)
    assert clipboard.text() == "is:pick rating:>=4 cabin"
    write(panel, "t")
    assert (panel.search.text(), chips(panel)) == ("t", [])
    # Chips alone are a query too.
    panel.search.set_text("is:pick ")
    panel.search.field.finish()
    QTest.keyClick(editor(panel), K.Key_A, CTRL)
    QTest.keyClick(editor(panel), K.Key_X, CTRL)
    assert (panel.search.text(), clipboard.text()) == ("", "is:pick")


async def test_a_move_of_the_caret_lets_the_chips_go(panel: HistoryPanel) -> None:
    panel.search.set_text("is:pick cabin")
    for go in (
        lambda: QTest.keyClick(editor(panel), K.Key_End),
        lambda: QTest.mouseClick(editor(panel), Qt.MouseButton.LeftButton),
    ):
        QTest.keyClick(editor(panel), K.Key_A, CTRL)
        go()
        QTest.keyClick(editor(panel), K.Key_Delete)
        assert chips(panel) == ["is:pick"]
    QTest.keyClick(editor(panel), K.Key_Home)
    QTest.keyClick(editor(panel), K.Key_Left)
    QTest.keyClick(panel.search.field.chips[0], K.Key_A, CTRL)
    QTest.keyClick(editor(panel), K.Key_Delete)
    assert panel.search.text() == ""


async def test_nothing_is_red_before_one_has_left_it(panel: HistoryPanel) -> None:
    field, error = panel.search.field, panel.search.explanation.error

    def edge() -> int:
        return field.grab().toImage().pixel(field.width() // 2, 1)

    write(panel, "cabin")
    calm = edge()
    # A name in the middle that is not one yet.
    panel.search.set_text("rating:>=3 cabin")
    QTest.keyClick(editor(panel), K.Key_Backspace)
    panel.search.clear()
    write(panel, ":>=3 cabin")
    QTest.keyClick(editor(panel), K.Key_Home)
    write(panel, "rati")
    assert panel.search.text() == "rati:>=3 cabin"
    assert error.isHidden()
    assert edge() == calm
    await until(lambda: not error.isHidden())
    assert edge() == calm
    QTest.keyClick(editor(panel), K.Key_End)
    assert edge() != calm
    QTest.keyClick(editor(panel), K.Key_Home)
    for _ in range(4):
        QTest.keyClick(editor(panel), K.Key_Right)
    assert edge() == calm
    write(panel, "ng")
    assert error.isHidden()
    assert edge() == calm


async def test_what_is_missing_is_told_of_before_while_the_drive_is_away(
    panel: HistoryPanel, library: Library
) -> None:
    words = panel.search.explanation.words
    panel.search.set_text("is:missing")
    await finds(panel, 0)
    assert "away" not in words.text()
    library.note_media(is_away=True)
    assert "went away" in words.text()
    panel.search.set_text("is:pick")
    assert "away" not in words.text()
    panel.search.set_text("-is:changed")
    assert "went away" in words.text()
    library.note_media(is_away=False)
    assert "away" not in words.text()
