import dataclasses
import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.errors import NotReachable, ServiceDown
from rushes.domain.job import Clip
from rushes.domain.states import JobState
from rushes.engine.events import (
    DownloadProgressed,
    Reach,
    ReachChanged,
    SendingAsked,
    SendingPaused,
)
from rushes.library.library import Library
from rushes.ui.activity.activity_strip import ActivityStrip
from rushes.ui.activity.activity_summary import ActivitySummary
from rushes.ui.components.button import Button
from rushes.ui.theme.theme import Theme, ThemeSettings, apply_theme
from tests.ui.activity.conftest import Shown
from tests.ui.job_faces.jobs import TellingEngine, make_job, until

S = JobState
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def summary(strip: ActivityStrip) -> ActivitySummary:
    (found,) = strip.findChildren(ActivitySummary)
    return found


def pause_button(strip: ActivityStrip) -> Button:
    (found,) = strip.findChildren(Button)
    return found


async def test_nothing_is_said_before_anything_is_known(dark: None) -> None:
    strip = ActivityStrip()
    assert strip.facts == []
    assert not pause_button(strip).isEnabled()
    strip.deleteLater()


async def test_the_strip_counts_by_state(
    shown: Shown, library: Library, engine: TellingEngine
) -> None:
    assert shown.strip.facts == ["Nothing is running"]
    clip = Clip(0, "u", size=8_400_000)
    await library.add([make_job(), make_job(), make_job(state=S.SENDING)])
    await library.add([make_job(state=S.IN_QUEUE), make_job(state=S.IN_PROGRESS)])
    (coming,) = await library.add([make_job(state=S.DOWNLOADING, clips=(clip,))])
    expected = ["2 waiting", "1 sending", "1 in queue", "1 in progress"]
    assert shown.strip.facts == [*expected, "1 downloading"]
    engine.tell(DownloadProgressed(coming.job.id, 3_100_000, 8_400_000))
    await until(lambda: "3.1 of 8.4 MB" in shown.strip.facts)
    (lost,) = await library.add([make_job(state=S.UNKNOWN)])
    assert shown.strip.facts == [*expected, "3.1 of 8.4 MB", "1 needs you"]
    await library.add([make_job(state=S.UNKNOWN)])
    assert shown.strip.facts[-1] == "2 need you"
    assert summary(shown.strip).accessibleDescription() == ", ".join(shown.strip.facts)
    for entry in (lost, coming):
        ended = S.CANCELLED if entry is lost else S.READY
        await library.change(
            entry.job.id,
            lambda job, ended=ended: dataclasses.replace(job, state=ended),  # type: ignore[misc]
        )
    assert shown.strip.facts == [*expected, "1 needs you"]


async def test_the_network_is_told(shown: Shown, library: Library, engine: TellingEngine) -> None:
    since = datetime.datetime(2026, 11, 18, 14, 20).timestamp()
    await library.add([make_job()])
    engine.tell(ReachChanged(Reach.OFFLINE, since))
    assert shown.strip.facts == [
        "Offline since 14:20",
        "1 waiting for the network",
        "Everything seen before plays from this disk",
    ]
    engine.tell(ReachChanged(Reach.TOKEN_NEEDED, since))
    assert shown.strip.facts == ["Token needed", "1 waiting"]
    engine.tell(ReachChanged(Reach.ONLINE, since))
    assert shown.strip.facts == ["1 waiting"]


async def test_sending_is_paused_and_resumed_by_key_and_mouse(
    shown: Shown, engine: TellingEngine
) -> None:
    wished: list[bool] = []
    shown.strip.pause_requested.connect(wished.append)
    button = pause_button(shown.strip)
    assert button.text() == "Pause sending"
    QTest.mouseClick(button, LEFT)
    assert wished == [True]
    assert button.text() == "Pause sending"
    engine.tell(SendingPaused(True))
    assert button.text() == "Resume sending"
    assert shown.strip.facts == ["Sending is paused"]
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert wished == [True, False]


async def test_a_click_or_enter_asks_for_the_list(shown: Shown) -> None:
    wished: list[bool] = []
    shown.strip.open_requested.connect(wished.append)
    button = summary(shown.strip)
    QTest.mouseClick(button, LEFT, pos=QPoint(300, 10))
    assert not button.isChecked()
    shown.strip.show_open(True)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert wished == [True, False]
    assert button.isChecked()


async def test_in_a_narrow_window_what_needs_a_person_stays(shown: Shown, library: Library) -> None:
    await library.add([make_job(state=state) for state in (S.WAITING, S.IN_QUEUE, S.UNKNOWN)])
    button = summary(shown.strip)

    def said(width: int) -> list[str]:
        button.resize(width, 24)
        from rushes.ui.theme.theme import current_theme

        return [text for _, text in button._fitting(current_theme(), width)]

    assert said(600) == ["1 waiting", "1 in queue", "1 needs you"]
    assert said(190) == ["1", "1", "1 needs you"]
    assert said(125) == ["1", "1", "1"]
    assert said(40) == ["1"]


async def test_the_bar_moves_only_while_it_is_seen(
    shown: Shown, library: Library, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme.from_settings(ThemeSettings(reduced_motion=False)))
    await library.add([make_job(state=S.DOWNLOADING, clips=(Clip(0, "u"),))])
    button = summary(shown.strip)
    await until(button.is_moving)
    shown.window.hide()
    await until(lambda: not button.is_moving())


async def test_under_reduced_motion_nothing_moves(shown: Shown, library: Library) -> None:
    await library.add([make_job(state=S.DOWNLOADING, clips=(Clip(0, "u"),))])
    shown.strip.repaint()
    assert not summary(shown.strip).is_moving()


async def test_a_problem_of_the_service_is_told_as_such(
    shown: Shown, library: Library, engine: TellingEngine
) -> None:
    since = datetime.datetime(2026, 11, 18, 14, 20).timestamp()
    await library.add([make_job()])
    engine.tell(ReachChanged(Reach.OFFLINE, since, ServiceDown()))
    assert shown.strip.facts[:2] == [
        "The service has a problem since 14:20",
        "1 waiting for the service",
    ]


async def test_what_waits_for_a_word_is_counted_apart(
    shown: Shown, library: Library, engine: TellingEngine
) -> None:
    entries = await library.add([make_job(), make_job(), make_job()])
    ids = tuple(entry.job.id for entry in entries[:2])
    engine.tell(SendingAsked(ids, is_reachable=True, was_offline=False))
    assert shown.strip.facts == ["2 waiting for your word", "1 waiting"]


async def test_where_nothing_goes_out_by_itself_there_is_nothing_to_pause(
    shown: Shown, engine: TellingEngine
) -> None:
    button = pause_button(shown.strip)
    assert button.isVisible()
    engine.tell(ReachChanged(Reach.OFFLINE, 1.0, NotReachable()))
    assert not button.isVisible()
    engine.tell(SendingPaused(True))
    assert button.isVisible()


async def test_a_click_on_what_needs_a_person_shows_the_first_such_job(
    shown: Shown, library: Library
) -> None:
    unknown, _, held, kept = await library.add(
        [
            make_job("Lighthouse", S.UNKNOWN),
            make_job("Tram", S.IN_PROGRESS),
            make_job("Harbour", S.HELD),
            make_job("Cabin", S.UNKNOWN, answer="kept"),
        ]
    )
    assert shown.strip.facts == ["1 in progress", "2 need you"]
    wished: list[bool] = []
    chosen: list[str] = []
    shown.strip.open_requested.connect(wished.append)
    shown.strip.job_chosen.connect(chosen.append)
    button = summary(shown.strip)
    button.repaint()
    place = button.asking_place().center().toPoint()
    QTest.mouseClick(button, LEFT, pos=place)
    assert (chosen, wished) == ([unknown.job.id], [])
    QTest.mouseClick(button, LEFT, pos=QPoint(20, 10))
    assert (len(chosen), wished) == (1, [True])
    await library.change(unknown.job.id, lambda job: dataclasses.replace(job, answer="sent_again"))
    assert shown.strip.facts == ["1 in progress", "1 needs you"]
    button.repaint()
    QTest.mouseClick(button, LEFT, pos=button.asking_place().center().toPoint())
    assert chosen[-1] == held.job.id
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert wished == [True, True]
    assert kept.job.id not in [shown.strip.model.first_that_asks()]
