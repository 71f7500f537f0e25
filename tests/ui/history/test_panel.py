import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.history.panel import HistoryPanel
from rushes.ui.job_faces.measures import count_text
from tests.ui.job_faces.jobs import TellingEngine, make_job, until

K = Qt.Key
S = JobState


class Heard:
    """Collects what a signal says."""

    def __init__(self, signal: Any) -> None:
        self.said: list[Any] = []
        signal.connect(self.said.append)


def remark(panel: HistoryPanel) -> str:
    return panel.head.remark.text()


def found(panel: HistoryPanel) -> str:
    return panel.search.explanation.count.text()


def shown_page(panel: HistoryPanel) -> str:
    pages = {
        panel.grid: "grid",
        panel.pages.none_yet: "none yet",
        panel.pages.no_match: "no match",
    }
    return next((name for page, name in pages.items() if page.isVisible()), "blank")


async def search(panel: HistoryPanel, words: str) -> None:
    panel.focus_search()
    QTest.keyClicks(panel.search.field.editor, words)
    await until(lambda: panel.model.words == panel.search.text())
    await until(lambda: not panel._tasks)


def ask_for_menu(panel: HistoryPanel, row: int) -> None:
    place = panel.grid.visualRect(panel.model.index(row)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, panel.grid.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(panel.grid.viewport(), event)


async def test_a_new_library_says_what_to_do(panel: HistoryPanel, library: Library) -> None:
    assert shown_page(panel) == "none yet"
    assert remark(panel) == ""
    await library.add([make_job()])
    assert shown_page(panel) == "grid"
    assert remark(panel) == "1 take"
    await library.add([make_job() for _ in range(1300)])
    assert remark(panel) == f"{count_text(1301)} takes"


async def test_words_find_as_one_types(panel: HistoryPanel, library: Library) -> None:
    await library.add([make_job("Cabin"), make_job("Tram"), make_job("Cabin at night")])
    await search(panel, "cab")
    assert panel.model.rowCount() == 2
    assert found(panel) == "2 takes"
    assert remark(panel) == "3 takes"
    await search(panel, "bage")
    assert shown_page(panel) == "no match"
    assert found(panel) == "0 takes"
    assert "bage" in panel.pages.no_match.text.text()
    QTest.mouseClick(panel.pages.no_match.button, Qt.MouseButton.LeftButton)
    await until(lambda: panel.model.rowCount() == 3)
    assert (shown_page(panel), panel.search.text()) == ("grid", "")


async def test_escape_clears_and_keeps_what_was_chosen(
    panel: HistoryPanel, library: Library
) -> None:
    cabin, tram = await library.add([make_job("Cabin"), make_job("Tram")])
    panel.activateWindow()
    changed = Heard(panel.current_changed)
    panel.select_job(tram.job.id)
    await until(lambda: changed.said)
    await search(panel, "cabin")
    assert panel.grid.currentIndex().row() == -1
    assert panel.current == tram
    assert changed.said == [tram]
    QTest.keyClick(panel.search.field.editor, K.Key_Escape)
    await until(lambda: panel.model.rowCount() == 2)
    assert panel.grid.currentIndex().row() == panel.model.row_of(tram)
    assert panel.grid.selectionModel().isSelected(panel.model.index(panel.model.row_of(tram)))
    assert changed.said == [tram]
    await search(panel, "tram")
    assert panel.grid.currentIndex().row() == 0
    assert panel.model.row_of(cabin) == -1


async def test_enter_and_escape_lead_from_the_field_to_the_takes(
    panel: HistoryPanel, library: Library
) -> None:
    await library.add([make_job("Cabin"), make_job("Tram")])
    panel.activateWindow()
    panel.focus_search()
    await until(panel.search.field.editor.hasFocus)
    QTest.keyClicks(panel.search.field.editor, "tram")
    QTest.keyClick(panel.search.field.editor, K.Key_Return)
    assert panel.grid.hasFocus()
    await until(lambda: panel.model.rowCount() == 1)
    panel.focus_search()
    assert panel.search.field.editor.selectedText() == "tram"
    QTest.keyClick(panel.search.field.editor, K.Key_Escape)
    assert panel.search.field.editor.hasFocus()
    QTest.keyClick(panel.search.field.editor, K.Key_Escape)
    assert panel.grid.hasFocus()


async def test_a_job_is_chosen_by_its_id_even_if_the_search_hides_it(
    panel: HistoryPanel, library: Library
) -> None:
    entries = await library.add([make_job(f"Cabin {n}") for n in range(60)])
    tram = (await library.add([make_job("Tram", created_at=1.0)]))[0]
    await search(panel, "cabin")
    panel.select_job(tram.job.id)
    await until(lambda: panel.current == tram)
    assert panel.search.text() == ""
    assert panel.grid.viewport().rect().intersects(panel.grid.visualRect(panel.grid.currentIndex()))
    panel.select_newest()
    await until(lambda: panel.current == entries[-1])
    panel.select_job("no such job")
    await until(lambda: not panel._tasks)
    assert panel.current == entries[-1]


async def test_what_happens_to_the_current_job_is_told(
    panel: HistoryPanel, library: Library
) -> None:
    (entry,) = await library.add([make_job(state=S.IN_QUEUE)])
    panel.select_newest()
    await until(lambda: panel.current == entry)
    changed, updated = Heard(panel.current_changed), Heard(panel.current_updated)
    job = await library.change(
        entry.job.id, lambda job: dataclasses.replace(job, state=S.IN_PROGRESS)
    )
    assert updated.said == [JobEntry(entry.key, job)]
    assert panel.current == updated.said[0]
    assert changed.said == []


async def test_enter_activates_the_current_job(panel: HistoryPanel, library: Library) -> None:
    (entry,) = await library.add([make_job()])
    activated = Heard(panel.activated)
    panel.select_newest()
    QTest.keyClick(panel.grid, K.Key_Return)
    assert activated.said == [entry]


async def test_a_menu_is_asked_for_with_all_that_is_chosen(
    panel: HistoryPanel, library: Library
) -> None:
    cabin, tram, boat = await library.add([make_job(name) for name in ("Cabin", "Tram", "Boat")])
    await until(lambda: shown_page(panel) == "grid")
    heard: list[tuple[JobEntry, list[int]]] = []
    panel.menu_requested.connect(lambda entry, keys, _: heard.append((entry, keys)))
    ask_for_menu(panel, 1)
    assert heard == [(tram, [tram.key])]
    heard.clear()
    QTest.keyClick(panel.grid, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    ask_for_menu(panel, 1)
    assert heard == [(tram, [boat.key, tram.key, cabin.key])]


async def test_many_chosen_jobs_survive_a_search(panel: HistoryPanel, library: Library) -> None:
    entries = await library.add([make_job(f"Cabin {n}") for n in range(30)])
    await library.add([make_job("Tram")])
    panel.grid.setFocus()
    QTest.keyClick(panel.grid, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    await search(panel, "cabin")
    rows = panel.grid.selectionModel().selectedIndexes()
    assert len(rows) == len(entries)


async def test_a_detached_panel_is_blank_and_lets_go(
    panel: HistoryPanel, library: Library, engine: TellingEngine, tasks: Tasks
) -> None:
    await library.add([make_job()])
    panel.select_newest()
    await until(lambda: panel.current is not None)
    changed = Heard(panel.current_changed)
    panel.detach()
    assert (shown_page(panel), remark(panel), engine.subscribers) == ("blank", "", [])
    assert changed.said == [None]
    panel.attach(library, None, tasks)
    await until(lambda: shown_page(panel) == "grid")
    assert panel.grid.currentIndex().row() == -1


async def test_the_field_names_its_key_only_while_it_is_empty_and_at_rest(
    panel: HistoryPanel,
) -> None:
    def right_end() -> Callable[[], object]:
        image = panel.search.field.grab().toImage()
        size = image.size()
        return lambda: image.copy(size.width() - 60, 0, 60, size.height())

    panel.activateWindow()
    panel.search.field.editor.clearFocus()
    await until(lambda: not panel.search.field.editor.hasFocus())
    named = right_end()()
    panel.focus_search()
    await until(panel.search.field.editor.hasFocus)
    assert right_end()() != named
    QTest.keyClicks(panel.search.field.editor, "x")
    cross = panel.search.field.childAt(
        panel.search.field.width() - 12, panel.search.field.height() // 2
    )
    assert cross is not None
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert panel.search.text() == ""


async def test_the_head_tells_how_many_are_chosen(panel: HistoryPanel, library: Library) -> None:
    await library.add([make_job(str(number)) for number in range(4)])
    await until(lambda: remark(panel) == "4 takes")
    QTest.keyClick(panel.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert remark(panel) == "4 chosen"
    QTest.keyClick(panel.grid, Qt.Key.Key_Home)
    assert remark(panel) == "4 takes"
    QTest.keyClick(panel.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert remark(panel) == "2 chosen"
    panel.search.set_text("3")
    await until(lambda: remark(panel) != "2 chosen")


async def test_in_one_column_the_title_stands_whole_and_the_search_field_says_less(
    panel: HistoryPanel, library: Library
) -> None:
    await library.add([make_job(str(number)) for number in range(3)])
    await until(lambda: remark(panel) == "3 takes")
    assert panel.search.field.editor.placeholderText() == "Search prompts, tags, notes"
    panel.resize(152, 700)
    await until(lambda: remark(panel) == "3")
    source = panel.head.source
    await until(lambda: source.width() == source.sizeHint().width())
    assert panel.head.remark.toolTip() == "3 takes"
    assert panel.search.field.editor.placeholderText() == "Search"
    assert panel.search.field.accessibleName() == "Search prompts, tags, notes"
    panel.resize(428, 700)
    await until(lambda: remark(panel) == "3 takes")
    assert panel.head.remark.toolTip() == ""
    assert panel.search.field.editor.placeholderText() == "Search prompts, tags, notes"
