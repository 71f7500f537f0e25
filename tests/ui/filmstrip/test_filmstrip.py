"""The filmstrip over a real library: the takes of a shot, chosen by key and mouse."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.mark_changes import MarkChange, TrashChange
from rushes.domain.marks import Flag, Mark
from rushes.domain.request import GenerationRequest
from rushes.domain.states import JobState
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.ui.filmstrip.panel import FilmstripPanel, StripForm
from rushes.ui.history.job_roles import JobRole
from rushes.ui.job_faces.circumstances import Circumstances
from tests.ui.job_faces.jobs import MODEL, TellingEngine, jpeg, make_clip, make_job, until

K, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def shot(library: Library, count: int) -> list[JobEntry]:
    """The takes of a shot, each with its own seed."""
    shot_id = make_job().shot_id
    jobs = []
    for seed in range(count):
        request = GenerationRequest(MODEL, {"prompt": "Night tram, rain", "seed": seed})
        ready = {"state": JobState.READY, "clips": (make_clip(),)}
        jobs.append(make_job(shot_id=shot_id, request=request, **ready))
    return await library.add(jobs)


class Strip:
    """A shown filmstrip, and what it told."""

    def __init__(self, panel: FilmstripPanel) -> None:
        self.panel = panel
        self.chosen: list[JobEntry] = []
        panel.current_changed.connect(self.chosen.append)

    @property
    def row(self) -> int:
        return self.panel.view.currentIndex().row()

    @property
    def rows(self) -> list[int]:
        return self.panel.view.chosen_rows

    def click(
        self, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        view = self.panel.view
        place = view.visualRect(self.panel.model.index(row)).center()
        QTest.mouseClick(view.viewport(), LEFT, modifiers, place)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.panel.view, key, modifiers)

    async def show(self, entry: JobEntry) -> None:
        self.panel.show_current(entry)
        await until(lambda: self.panel.model.rowCount())
        await self.painted()

    async def painted(self) -> None:
        """Wait until all that is seen is here."""
        model, view = self.panel.model, self.panel.view

        def is_here() -> bool:
            view.grab()
            middle = view.viewport().rect().center()
            seen = view.indexAt(QPoint(20, middle.y()))
            return model.data(seen, JobRole.ENTRY) is not None

        await until(is_here)


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture(params=[StripForm.REVIEW])
async def strip(
    dark: None,
    library: Library,
    tasks: Tasks,
    engine: TellingEngine,
    circumstances: Circumstances,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Strip]:
    panel = FilmstripPanel(form=request.param)
    panel.resize(640, 166)
    panel.attach(library, circumstances, tasks)
    panel.follow(engine)
    panel.show()
    yield Strip(panel)
    panel.detach()
    panel.close()
    panel.deleteLater()


def head(strip: Strip) -> str:
    panel = strip.panel
    return f"{panel._title.text()} {panel._count.text()}"


async def test_the_takes_stand_in_their_order_with_the_current_one(
    library: Library, strip: Strip
) -> None:
    takes = await shot(library, 7)
    await shot(library, 2)
    await strip.show(takes[2])
    model = strip.panel.model
    titles = [model.data(model.index(row), Qt.ItemDataRole.DisplayRole) for row in range(7)]
    assert titles == [f"Take {number}" for number in range(1, 8)]
    assert strip.row == 2
    assert head(strip) == "Night tram 3 of 7"
    # Showing is not choosing.
    assert strip.chosen == []
    assert strip.panel.selected_ids == [takes[2].job.id]


async def test_takes_are_chosen_by_click_and_by_arrow_key(library: Library, strip: Strip) -> None:
    takes = await shot(library, 7)
    await strip.show(takes[0])
    strip.click(2)
    assert [entry.key for entry in strip.chosen] == [takes[2].key]
    strip.press(K.Key_Right)
    strip.press(K.Key_Left)
    strip.press(K.Key_End)
    assert [strip.row, head(strip)] == [6, "Night tram 7 of 7"]
    strip.press(K.Key_Right)
    strip.press(K.Key_Home)
    keys = [takes[row].key for row in (2, 3, 2, 6, 0)]
    assert [entry.key for entry in strip.chosen] == keys


async def test_several_are_chosen_for_a_comparison(library: Library, strip: Strip) -> None:
    takes = await shot(library, 7)
    await strip.show(takes[0])
    told: list[bool] = []
    strip.panel.selection_changed.connect(lambda: told.append(True))
    strip.click(2, CONTROL)
    assert strip.panel.selected_ids == [takes[0].job.id, takes[2].job.id]
    strip.click(0)
    strip.click(3, SHIFT)
    assert strip.rows == [0, 1, 2, 3]
    assert strip.panel.selected_keys == [entry.key for entry in takes[:4]]
    assert told
    # The take that is shown stays within what is chosen.
    strip.panel.show_current(takes[1])
    assert strip.rows == [0, 1, 2, 3]
    strip.panel.show_current(takes[5])
    assert strip.rows == [5]


async def test_a_double_click_plays_and_enter_does(library: Library, strip: Strip) -> None:
    takes = await shot(library, 3)
    await strip.show(takes[0])
    played: list[JobEntry] = []
    strip.panel.activated.connect(played.append)
    view = strip.panel.view
    place = view.visualRect(strip.panel.model.index(1)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    strip.press(K.Key_Return)
    assert [entry.key for entry in played] == [takes[1].key] * 2


async def test_a_new_take_and_a_new_picture_appear(library: Library, strip: Strip) -> None:
    takes = await shot(library, 2)
    counted: list[tuple[str, int]] = []
    strip.panel.takes_counted.connect(lambda shot_id, count: counted.append((shot_id, count)))
    await strip.show(takes[0])
    shot_id = takes[0].job.shot_id
    (new,) = await library.add([make_job("Night tram", shot_id=shot_id)])
    await library.add([make_job("Somewhere else")])
    assert strip.panel.model.rowCount() == 3
    assert head(strip) == "Night tram 1 of 3"
    assert counted == [(shot_id, 2), (shot_id, 3)]
    assert strip.panel.model.row_of_key(new.key) == 2
    await library.add_thumbnail(takes[0].key, jpeg("#ff0000"))
    view = strip.panel.view

    def is_red() -> bool:
        place = view.visualRect(strip.panel.model.index(0)).center()
        colour = view.grab().toImage().pixelColor(place - QPoint(0, 20))
        return colour.red() > 200 and colour.green() < 60

    await until(is_red)


async def test_the_wheel_scrolls_sideways_and_the_current_take_stays_in_sight(
    library: Library, strip: Strip
) -> None:
    takes = await shot(library, 30)
    await strip.show(takes[20])
    view = strip.panel.view
    bar = view.horizontalScrollBar()
    assert view.viewport().rect().contains(view.visualRect(strip.panel.model.index(20)))
    before = bar.value()
    point = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        point, point, QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert bar.value() == before + 2 * 154
    strip.panel.resize(500, 166)
    assert view.viewport().rect().contains(view.visualRect(strip.panel.model.index(20)))


async def test_cards_are_as_large_as_the_strip_is_high(library: Library, strip: Strip) -> None:
    takes = await shot(library, 3)
    await strip.show(takes[0])
    place = strip.panel.view.visualRect(strip.panel.model.index(0))
    assert (place.width(), strip.panel.sizeHint().height()) == (152 + 2, 166)
    strip.panel.resize(640, 140)
    assert strip.panel.view.visualRect(strip.panel.model.index(0)).width() == 106 + 2


async def test_marks_are_wished_by_key_for_all_that_is_chosen(
    library: Library, strip: Strip
) -> None:
    takes = await shot(library, 4)
    await strip.show(takes[0])
    heard: list[tuple[object, list[int]]] = []
    strip.panel.mark_requested.connect(lambda wish, keys: heard.append((wish, keys)))
    strip.press(K.Key_P)
    strip.click(2, SHIFT)
    strip.press(K.Key_4)
    assert heard == [
        (MarkChange(Mark.FLAG, Flag.PICK), [takes[0].key]),
        (MarkChange(Mark.RATING, 4), [entry.key for entry in takes[:3]]),
    ]


async def test_cards_show_marks_as_they_are_given(library: Library, strip: Strip) -> None:
    takes = await shot(library, 2)
    await strip.show(takes[0])
    model = strip.panel.model
    face = model.data(model.index(0), JobRole.FACE)
    assert (face.is_new, face.pick, face.rating, face.label) == (True, False, 0, 0)
    await library.mark([takes[0].key], MarkChange(Mark.FLAG, Flag.REJECT))
    await library.mark([takes[0].key], MarkChange(Mark.LABEL, 7))
    await library.note_seen([takes[0].key])
    face = model.data(model.index(0), JobRole.FACE)
    assert (face.is_new, face.reject, face.label) == (False, True, 7)
    assert strip.panel.current is not None
    assert strip.panel.current.job.marks.label == 7
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Reject. Label 7, yellow" in spoken


async def test_the_next_take_is_shown_when_asked_for(library: Library, strip: Strip) -> None:
    takes = await shot(library, 3)
    await strip.show(takes[1])
    strip.panel.show_next()
    assert [entry.key for entry in strip.chosen] == [takes[2].key]
    strip.panel.show_next()
    assert len(strip.chosen) == 1
    switched: list[bool] = []
    strip.panel.advances_changed.connect(switched.append)
    strip.panel.set_advances(True)
    assert (strip.panel.advances, switched) == (True, [])
    QTest.mouseClick(strip.panel.switch, LEFT)
    assert (strip.panel.advances, switched) == (False, [False])


@pytest.mark.parametrize("strip", [StripForm.CREATE], indirect=True)
async def test_in_create_cards_tell_what_changed(library: Library, strip: Strip) -> None:
    takes = await shot(library, 3)
    shot_id = takes[0].job.shot_id
    request = GenerationRequest(MODEL, {"prompt": "Night tram, snow", "seed": 9})
    clip = (make_clip(),)
    (new,) = await library.add(
        [make_job(state=JobState.READY, shot_id=shot_id, request=request, clips=clip)]
    )
    await strip.show(new)
    model = strip.panel.model
    await until(lambda: model.data(model.index(0), JobRole.FACE))
    faces = [model.data(model.index(row), JobRole.FACE) for row in range(4)]
    told = [(face.second if not face.changed else "", face.changed) for face in faces]
    assert told == [("first", ""), ("", "seed"), ("", "seed"), ("", "prompt +1")]
    assert head(strip) == "Takes of this shot 4"
    assert strip.panel.switch.isHidden()
    tip = model.data(model.index(3), Qt.ItemDataRole.ToolTipRole)
    assert "prompt, seed" in tip


async def test_a_shot_of_five_thousand_takes_does_not_hurt(library: Library, strip: Strip) -> None:
    takes = await shot(library, 5000)
    started = time.perf_counter()
    await strip.show(takes[4000])
    assert time.perf_counter() - started < 3
    assert head(strip).endswith("of " + f"{5000:,}") or "5000" in head(strip)
    longest = 0.0
    for key in (K.Key_Home, K.Key_End, K.Key_PageUp, K.Key_Left):
        before = time.perf_counter()
        strip.press(key)
        strip.panel.view.grab()
        longest = max(longest, time.perf_counter() - before)
        await asyncio.sleep(0)
    assert longest < 0.5
    await strip.painted()
    strip.press(K.Key_Home)
    await until(lambda: strip.chosen and strip.chosen[-1].key == takes[0].key)
    strip.press(K.Key_A, CONTROL)
    assert len(strip.panel.selected_ids) == 5000


async def test_another_shot_replaces_the_takes(library: Library, strip: Strip) -> None:
    first, second = await shot(library, 3), await shot(library, 2)
    await strip.show(first[0])
    strip.panel.show_current(second[1])
    await until(lambda: strip.panel.model.rowCount() == 2)
    assert (strip.row, strip.chosen) == (1, [])
    strip.panel.show_current(None)
    assert strip.panel.model.rowCount() == 0
    assert head(strip) == " "


async def test_a_take_leaves_for_the_trash_and_comes_back(library: Library, strip: Strip) -> None:
    entries = await shot(library, 4)
    keys = [entry.key for entry in entries]
    await strip.show(entries[1])
    await library.mark(keys[1:2], TrashChange(5.0), words="Moved to Trash")
    model = strip.panel.model
    assert [model.key_at(row) for row in range(model.rowCount())] == [keys[0], keys[2], keys[3]]
    # The take beside it is looked at instead.
    await until(lambda: strip.chosen)
    assert strip.chosen[-1].key in (keys[0], keys[2])
    await library.undo_marks()
    await until(lambda: model.rowCount() == 4)
    assert [model.key_at(row) for row in range(4)] == keys
    await library.mark(keys, TrashChange(5.0))
    await until(lambda: model.rowCount() == 0)
    # What happens to other shots is no matter here.
    others = await shot(library, 2)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    await library.mark([others[0].key], TrashChange(5.0))
    await library.mark([others[0].key], TrashChange(None))
    await library.mark(keys[:1], TrashChange(None))
    await until(lambda: model.rowCount() == 1)
    assert len(resets) == 1
