"""The Viewer follows the current job: picture, answers or words, with a real library behind."""

import asyncio
import dataclasses
import itertools
import random
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rushes.domain.errors import NotReachable, ServiceDown, TokenRefused
from rushes.domain.job import Job, JobError
from rushes.domain.origins import SERVICE_PAGE
from rushes.domain.states import FileState, JobState
from rushes.engine.events import (
    DownloadProgressed,
    Reach,
    ReachChanged,
    SendingAsked,
    SendingPaused,
)
from rushes.engine.tasks import Tasks
from rushes.library.announcements import JobEntry
from rushes.library.library import Library
from rushes.media import decoder_watch
from rushes.ui.answers.file_page import FilePage
from rushes.ui.answers.unknown_page import UnknownPage
from rushes.ui.components.card_face import StateFace
from rushes.ui.job_faces.circumstances import Circumstances
from rushes.ui.job_faces.state_face import state_face
from rushes.ui.take_info.take_info import TakeInfo
from rushes.ui.viewer.panel import ViewerPanel
from rushes.ui.window.shown_job import ShownJob
from tests.media.clips import write_clip
from tests.ui.job_faces.jobs import TellingEngine, make_clip, make_job, until

S = JobState


@dataclasses.dataclass
class Shown:
    """The parts that a test looks at."""

    viewer: ViewerPanel
    take_info: TakeInfo
    job: ShownJob
    circumstances: Circumstances

    def show(self, job: Job) -> None:
        self.job.show(JobEntry(1, job))

    @property
    def unknown_page(self) -> UnknownPage:
        page = self.viewer.answers.page
        assert isinstance(page, UnknownPage)
        return page


@pytest.fixture
async def shown(library: Library, tasks: Tasks, dark: None) -> AsyncIterator[Shown]:
    viewer, take_info = ViewerPanel(), TakeInfo()
    viewer.resize(676, 774)
    viewer.show()
    circumstances = Circumstances()
    made = ShownJob(library, viewer, take_info, circumstances, tasks)
    yield Shown(viewer, take_info, made, circumstances)
    viewer.close_clip()
    for widget in (viewer, take_info):
        widget.close()
        widget.deleteLater()


class Desktop(QObject):
    """Opens addresses in place of a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    made = Desktop()
    QDesktopServices.setUrlHandler("https", made, "open")  # type: ignore[call-overload]
    yield made
    QDesktopServices.unsetUrlHandler("https")


async def test_the_services_page_is_opened_and_nothing_is_copied(
    shown: Shown, desktop: Desktop
) -> None:
    QApplication.clipboard().setText("mine")
    shown.show(make_job(state=S.UNKNOWN))
    assert not shown.take_info.isVisibleTo(None)
    QTest.mouseClick(shown.unknown_page.look.button, Qt.MouseButton.LeftButton)
    assert desktop.asked == [SERVICE_PAGE]
    assert QApplication.clipboard().text() == "mine"


async def test_without_a_browser_the_address_is_told(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.ui.window.shown_job.open_service_page", lambda: False)
    shown.show(make_job(state=S.UNKNOWN))
    QTest.mouseClick(shown.unknown_page.look.button, Qt.MouseButton.LeftButton)
    assert SERVICE_PAGE in shown.unknown_page.look.problem.text()


async def test_the_take_that_was_sent_again_is_found(shown: Shown, library: Library) -> None:
    first = make_job("A lighthouse, storm", S.UNKNOWN, answer="sent_again")
    [entry] = await library.add([first])
    remix = make_job("A lighthouse, storm", shot_id=entry.job.shot_id, parent_id=first.id)
    remix = dataclasses.replace(
        remix, request=dataclasses.replace(remix.request, inputs={"prompt": "A lighthouse, storm"})
    )
    again = make_job("A lighthouse, storm", shot_id=entry.job.shot_id, parent_id=first.id)
    await library.add([remix])
    [sent] = await library.add([again])
    shown.show(entry.job)
    page = shown.unknown_page
    assert page.head.title.text() == "This job was sent again"
    await until(page.successor.isVisible)
    assert page.head.title.text().endswith(f"as take {sent.job.take}")
    chosen: list[str] = []
    shown.viewer.answers.wishes.take_requested.connect(chosen.append)
    QTest.mouseClick(page.successor.button, Qt.MouseButton.LeftButton)
    assert chosen == [again.id]


async def test_a_file_that_is_gone_is_told_and_comes_back(
    shown: Shown, library: Library, tmp_path: Path
) -> None:
    path = write_clip(library.layout.media / "a.mp4", frames=5)
    away = tmp_path / "away.mp4"
    path.rename(away)
    job = make_job(state=S.READY, clips=(make_clip(state=FileState.MISSING),))
    shown.show(job)
    page = shown.viewer.answers.page
    assert isinstance(page, FilePage)
    assert page.head.place.text() == str(path)
    away.rename(path)
    shown.show(dataclasses.replace(job, clips=(make_clip(),)))
    await until(lambda: shown.viewer.frame_count == 5)
    assert not shown.viewer.answers.isVisible()
    assert shown.take_info.isVisibleTo(None) or shown.take_info.job is not None


async def test_a_changed_file_is_shown_once_a_person_wants_it(
    shown: Shown, library: Library
) -> None:
    write_clip(library.layout.media / "a.mp4", frames=5)
    job = make_job(state=S.READY, clips=(make_clip(state=FileState.CHANGED),))
    shown.show(job)
    page = shown.viewer.answers.page
    assert isinstance(page, FilePage)
    assert shown.take_info.job is None
    QTest.mouseClick(page.show_anyway.button, Qt.MouseButton.LeftButton)
    await until(lambda: shown.viewer.frame_count == 5)
    assert shown.take_info.job == job
    shown.show(dataclasses.replace(job))
    assert shown.viewer.stage.isVisible()


async def test_a_file_that_killed_the_decoder_is_opened_on_a_word_only(
    shown: Shown, library: Library, tmp_path: Path
) -> None:
    path = write_clip(library.layout.media / "a.mp4", frames=5)
    decoder_watch.start_watching(tmp_path / "decoder")
    try:
        decoder_watch.suspect(path)
        shown.show(make_job(state=S.READY, clips=(make_clip(),)))
        page = shown.viewer.message_page
        await until(page.act_button.isVisible)
        assert page.act_button.text() == "Open it anyway"
        assert shown.viewer.frame_count == 0
        QTest.mouseClick(page.act_button, Qt.MouseButton.LeftButton)
        await until(lambda: shown.viewer.frame_count == 5)
        assert not decoder_watch.is_suspect(path)
        shown.viewer.show_message("failed", "Failed", "No")
        assert not page.act_button.isVisible()
    finally:
        decoder_watch.stop_watching()


async def test_words_follow_a_job_that_is_cancelled(shown: Shown) -> None:
    job = make_job(state=S.IN_PROGRESS, remote_id="r", started_at=1.0)
    shown.show(job)
    page = shown.viewer.message_page
    assert page.title.text() == "In progress"
    asked = dataclasses.replace(job, cancel_asked_at=2.0)
    shown.show(asked)
    assert page.title.text() == "Cancel asked"
    assert "has not answered yet" in page.lead.text()
    shown.show(dataclasses.replace(asked, cancel_answer="not_cancellable"))
    assert page.title.text() == "In progress"
    assert "cannot be cancelled any more" in page.lead.text()
    ended = dataclasses.replace(asked, state=S.CANCELLED, cancel_answer="cancelled")
    shown.show(ended)
    assert page.lead.text() == "The service cancelled this job while it ran."


async def test_an_answer_that_changes_the_state_leaves_the_page(shown: Shown) -> None:
    job = make_job(state=S.UNKNOWN)
    shown.show(job)
    assert shown.viewer.answers.isVisible()
    shown.show(dataclasses.replace(job, state=S.IN_QUEUE, remote_id="r", queue_position=3))
    assert not shown.viewer.answers.isVisible()
    assert shown.viewer.message_page.lead.text() == "Position 3"
    shown.job.show(None)
    assert not shown.viewer.message_page.isVisible()


REACHES = {
    "new": ReachChanged(Reach.NOT_TRIED, 1.0),
    "online": ReachChanged(Reach.ONLINE, 1.0),
    "no network": ReachChanged(Reach.OFFLINE, 1.0, NotReachable()),
    "no service": ReachChanged(Reach.OFFLINE, 1.0, ServiceDown()),
    "no token": ReachChanged(Reach.TOKEN_NEEDED, 1.0, TokenRefused()),
}


@pytest.mark.parametrize("error", [None, "not_reachable", "token_refused"])
async def test_page_and_card_of_a_waiting_job_say_the_same_whatever_happens(
    shown: Shown, library: Library, engine: TellingEngine, error: str | None
) -> None:
    circumstances = shown.circumstances
    trouble = None if error is None else JobError(error, "", "raw words")
    [entry] = await library.add([make_job(error=trouble)])
    circumstances.begin([entry])
    shown.job.follow(engine)
    shown.job.show(entry)
    page = shown.viewer.message_page
    told = set()
    # From each to each other one, and nobody but the engine tells that anything is another.
    states = list(itertools.product(REACHES, (False, True), (False, True)))
    random.Random(5).shuffle(states)
    for name, asked, paused in states:
        reach = REACHES[name]
        engine.tell(reach)
        engine.tell(SendingPaused(paused))
        ids = (entry.job.id,) if asked else ()
        engine.tell(SendingAsked(ids, reach.reach is Reach.ONLINE, was_offline=asked))
        card = state_face(entry, circumstances, 2.0)
        await until(lambda card=card: (page.title.text(), page.lead.text()) == texts(card))
        assert page.rest.text().startswith("Nothing has been sent.")
        assert page.settings_button.isVisible() is (name == "no token")
        told.add((card.detail, page.rest.text()))
    assert {detail for detail, _ in told} == {
        "1st here", "sending is paused", "for your word", "for the network", "for the service",
        "for a token",
    }  # fmt: skip
    # What happens then is another thing for a job that is asked for, and is said.
    assert len(told) == 9
    shown.job.detach()
    assert engine.subscribers == []


def texts(card: StateFace) -> tuple[str, str]:
    return card.word, card.detail


async def test_an_answer_knows_of_the_network_as_it_goes_and_comes(
    shown: Shown, engine: TellingEngine
) -> None:
    shown.job.follow(engine)
    shown.show(make_job(state=S.UNKNOWN))
    again = shown.unknown_page.again
    assert not again.obstacle.isVisible()
    engine.tell(REACHES["no network"])
    await until(again.obstacle.isVisible)
    assert again.obstacle.text().startswith("There is no network.")
    engine.tell(REACHES["online"])
    await until(lambda: not again.obstacle.isVisible())
    shown.job.detach()


async def test_bytes_that_come_are_counted_in_the_pictures_place(
    shown: Shown, engine: TellingEngine
) -> None:
    shown.job.follow(engine)
    job = make_job(state=S.DOWNLOADING, remote_id="r")
    shown.show(job)
    engine.tell(DownloadProgressed(job.id, 3_100_000, 8_400_000))
    await until(lambda: shown.viewer.message_page.lead.text() == "3.1 of 8.4 MB")
    shown.job.detach()


async def test_a_take_that_is_opened_plays_as_soon_as_it_is_found(
    shown: Shown, library: Library
) -> None:
    write_clip(library.layout.media / "a.mp4", frames=25)
    job = make_job(state=S.READY, clips=(make_clip(),))
    shown.job.play(JobEntry(1, job))
    assert not shown.viewer.is_playing
    await until(lambda: shown.viewer.is_playing)


async def test_only_the_last_of_many_takes_is_opened(
    shown: Shown, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(shown.viewer, "show_clip", lambda path, **_: opened.append(path))
    jobs = [make_job(state=S.READY, clips=(make_clip(path=f"{n}.mp4"),)) for n in range(5)]
    for key, job in enumerate(jobs):
        shown.job.show(JobEntry(key, job))
    await until(lambda: opened)
    await asyncio.sleep(0.1)
    assert opened == [library.layout.media / "4.mp4"]


async def test_a_file_behind_a_link_that_leads_away_is_told_and_not_opened(
    shown: Shown, library: Library, tmp_path: Path
) -> None:
    path = write_clip(tmp_path / "outside.mp4", frames=5)
    (library.layout.media / "a.mp4").symlink_to(path)
    job = make_job(state=S.READY, clips=(make_clip(),))
    shown.show(job)
    page = shown.viewer.message_page
    await until(page.isVisible)
    assert page.title.text()
    assert shown.viewer.frame_count == 0
    (library.layout.media / "a.mp4").unlink()
    path.rename(library.layout.media / "a.mp4")
    shown.show(dataclasses.replace(job))
    await until(lambda: shown.viewer.frame_count == 5)
