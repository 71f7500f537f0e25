from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from rushes.library.library import Library
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.search.completion_popup import CompletionPopup
from rushes.ui.search.typed_part import typed_part
from tests.ui.job_faces.jobs import make_job, until

K = Qt.Key


def editor(panel: HistoryPanel) -> QLineEdit:
    return panel.search.field.editor


def popup(panel: HistoryPanel) -> CompletionPopup:
    (found,) = panel.window().findChildren(CompletionPopup)
    return found


def offered(panel: HistoryPanel) -> list[tuple[str, str]]:
    if not popup(panel).isVisible():
        return []
    return [(row.text, row.remark) for row in popup(panel).list.rows.rows if row.text]


async def tags_of_night(panel: HistoryPanel) -> None:
    QTest.keyClicks(editor(panel), "tag:ni")
    wanted = [("tag:night city", "2"), ("tag:night bus", "1")]
    await until(lambda: offered(panel)[:2] == wanted)


async def test_values_come_with_their_counts_and_down_and_enter_take_one(
    panel: HistoryPanel,
) -> None:
    await tags_of_night(panel)
    assert popup(panel).list.current is None
    assert offered(panel)[2][0] == "words “ni” in prompts, tags, notes"
    QTest.keyClick(editor(panel), K.Key_Down)
    QTest.keyClick(editor(panel), K.Key_Return)
    assert editor(panel).hasFocus()
    assert not popup(panel).isVisible()
    assert [chip.source for chip in panel.search.field.chips] == ['tag:"night city"']
    await until(lambda: panel.model.job_count == 2)


async def test_tab_takes_the_first_and_a_click_any(panel: HistoryPanel) -> None:
    await tags_of_night(panel)
    QTest.keyClick(editor(panel), K.Key_Tab)
    assert editor(panel).hasFocus()
    assert panel.search.text() == 'tag:"night city"'
    panel.search.clear()
    await tags_of_night(panel)
    rows = popup(panel).list
    place = rows.visualRect(rows.rows.index(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.search.text() == 'tag:"night bus"'
    assert editor(panel).hasFocus()


async def test_counts_are_of_what_else_is_asked_for(panel: HistoryPanel) -> None:
    panel.search.set_text("is:pick")
    QTest.keyClicks(editor(panel), "tag:night")
    await until(lambda: offered(panel)[:1] == [("tag:night city", "1")])


async def test_escape_closes_and_enter_leaves_what_is_written(panel: HistoryPanel) -> None:
    await tags_of_night(panel)
    QTest.keyClick(editor(panel), K.Key_Escape)
    assert (offered(panel), panel.search.text()) == ([], "tag:ni")
    QTest.keyClicks(editor(panel), "g")
    await until(lambda: bool(offered(panel)))
    QTest.keyClick(editor(panel), K.Key_Return)
    assert panel.grid.hasFocus()
    assert not popup(panel).isVisible()
    assert panel.search.text() == "tag:nig"


async def test_down_behind_the_last_offer_enters_the_takes(panel: HistoryPanel) -> None:
    QTest.keyClicks(editor(panel), "rati")
    assert [text for text, _ in offered(panel)] == ["rating:"]
    QTest.keyClick(editor(panel), K.Key_Down)
    assert editor(panel).hasFocus()
    QTest.keyClick(editor(panel), K.Key_Down)
    assert panel.grid.hasFocus()


async def test_a_name_leads_on_to_its_values(panel: HistoryPanel) -> None:
    QTest.keyClick(editor(panel), K.Key_Space, Qt.KeyboardModifier.ControlModifier)
    names = [text for text, _ in offered(panel)]
    assert names[:3] == ["is:", "rating:", "tag:"]
    assert all(meaning for _, meaning in offered(panel))
    QTest.keyClicks(editor(panel), "ra")
    QTest.keyClick(editor(panel), K.Key_Tab)
    assert editor(panel).text() == "rating:"
    await until(lambda: ("rating:5", "1") in offered(panel))


async def test_the_list_is_seen_whole_beside_a_narrow_panel(panel: HistoryPanel) -> None:
    panel.resize(152, 700)
    await tags_of_night(panel)
    window = panel.window()
    assert window.rect().contains(popup(panel).geometry())


async def test_inputs_of_any_model_can_be_named(panel: HistoryPanel, library: Library) -> None:
    job = make_job("Odd")
    inputs = {**job.request.inputs, "wobble_of_lens": 3}
    await library.add([make_job("Odd", request=type(job.request)(job.request.model_id, inputs))])
    panel.search.set_text("wobble_of_lens:3")
    await until(lambda: panel.model.job_count == 1)
    assert panel.search.explanation.error.isHidden()


def test_what_is_typed_is_found_where_the_cursor_stands() -> None:
    part = typed_part("cabin tag:ni is:pick", 12)
    assert part is not None
    assert (part.name, part.beginning, part.rest) == ("tag", "ni", "cabin is:pick")
    part = typed_part('-tag:"night ci', 14)
    assert part is not None
    assert (part.name, part.beginning, part.start) == ("tag", "night ci", 1)
    assert typed_part("rating:>=3", 10) is None
    assert typed_part('"a phrase"', 10) is None
    empty = typed_part("cabin ", 6)
    assert empty is not None
    assert (empty.name, empty.beginning) == ("", "")
