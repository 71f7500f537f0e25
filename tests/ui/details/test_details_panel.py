"""What is told of takes, over a real library."""

import dataclasses
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from rushes.domain.errors import NotReachable
from rushes.domain.job import Job, JobError
from rushes.domain.mark_changes import MarkChange, MarkStep, NoteChange, TagChange
from rushes.domain.marks import Flag, Mark, Marks, Note
from rushes.domain.media_facts import MediaFacts
from rushes.domain.request import GenerationRequest
from rushes.domain.states import FileState, JobState
from rushes.engine.events import Reach, ReachChanged, SendingAsked
from rushes.ui.details.fact import FactAct
from rushes.ui.marks.mark_keys import MarkCommand, NoteWish
from rushes.ui.theme.roles import Role
from rushes.ui.theme.theme import current_theme
from tests.ui.details.conftest import NOW, Told
from tests.ui.job_faces.jobs import MODEL, make_clip, make_job

pytestmark = pytest.mark.usefixtures("dark")

PROMPT = "Night tram in the rain, a woman with a red umbrella waits at the stop"
INPUTS: dict[str, Any] = {
    "prompt": PROMPT,
    "num_frames": 97,
    "frames_per_second": 24,
    "resolution": "720p",
    "aspect_ratio": "16:9",
    "seed": 731940,
    "enable_prompt_expansion": False,
}
BEFORE = INPUTS | {
    "prompt": PROMPT.replace("red", "black"),
    "frames_per_second": 16,
    "seed": 731939,
    "enable_prompt_expansion": True,
}
THIN = "\u2009"


def job(inputs: dict[str, Any] = INPUTS, state: JobState = JobState.READY, **more: Any) -> Job:
    sent = NOW - 600
    request = GenerationRequest(MODEL, inputs)
    usual = {"shot_id": "tram", "request": request, "created_at": sent - 1, "sent_at": sent}
    usual |= {"clips": (make_clip(),)} if state is JobState.READY else {}
    return make_job(state=state, **{**usual, **more})


async def test_inputs_are_told_by_their_titles_with_what_changed(told: Told) -> None:
    first, second = await told.add(job(BEFORE), job())
    await told.show(second)
    assert told.inputs() == {
        "Number of Frames": "97",
        "Frame Rate": "24 fps",
        "Resolution": "720p",
        "Aspect Ratio (W:H)": "16:9",
        "Seed": f"731{THIN}940",
        "Magic Prompt": "Off",
    }
    page = told.panel.page
    changed = {fact.label: fact.beside for fact in page.inputs.list.facts if fact.is_changed}
    seed = f"was 731{THIN}939"
    assert changed == {"Frame Rate": "was 16", "Seed": seed, "Magic Prompt": "was On"}
    assert page.inputs.remark.startswith("3 changed from take 1")
    assert page.take.title.text() == "Night tram in the rain"
    assert page.take.count.text() == "Take 2 of 2"
    assert page.take.state.word.text() == "Ready"
    assert page.take.was.text() == "was “black” in take 1"
    await told.show(first)
    assert not any(fact.is_changed for fact in page.inputs.list.facts)
    assert page.inputs.remark == ""
    assert page.take.was.isHidden()


async def test_a_changed_row_has_a_bar_at_the_edge_and_a_word_has_a_line(told: Told) -> None:
    _, second = await told.add(job(BEFORE), job())
    await told.show(second)
    accent = current_theme().color(Role.ACCENT)
    rows = {row.fact.label: row for row in told.panel.page.inputs.list.rows}
    for label, expected in (("Frame Rate", True), ("Resolution", False)):
        picture = rows[label].grab().toImage()
        found = picture.pixelColor(1, picture.height() // 2) == accent
        assert found is expected
    lines = told.panel.page.take.prompt.lines
    picture = lines.grab().toImage()
    marked = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if QColor(picture.pixel(x, y)) == accent
    ]
    assert len({y for _, y in marked}) == 2
    width = max(x for x, _ in marked) - min(x for x, _ in marked)
    assert 10 < width < 40


async def test_inputs_that_were_not_sent_are_told_as_such(told: Told) -> None:
    (entry,) = await told.add(job({"prompt": PROMPT, "seed": 7, "made_up": [1, "b"], "x_scale": 2}))
    await told.show(entry)
    facts = {fact.label: fact for fact in told.panel.page.inputs.list.facts}
    rate = facts["Frame Rate"]
    assert (rate.value, rate.beside) == ("16 fps", "not sent")
    assert rate.text == "not sent; the model’s own default is 16 fps"
    assert facts["Made up"].value == "1, b"
    assert facts["X scale"].value == "2"
    assert told.panel.page.job.remark == "Perhaps repeatable: Magic Prompt rewrites the prompt" or (
        told.panel.page.job.reason.text() == "Magic Prompt rewrites the prompt"
    )


async def test_long_values_are_told_in_full_and_copied(told: Told) -> None:
    words = "blur, " * 60
    inputs = INPUTS | {"negative_prompt": words, "seed": 1}
    (entry,) = await told.add(job(inputs))
    await told.show(entry)
    row = next(r for r in told.panel.page.inputs.list.rows if r.fact.label == "Negative prompt")
    assert row.value.toolTip().replace("\n", " ").startswith("blur, blur")
    row.value.setFocus()
    QTest.keyClick(row.value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words
    row.value.setSelection(0, 4)
    QTest.keyClick(row.value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "blur"


async def test_times_price_ids_and_files(told: Told) -> None:
    sent = NOW - 600
    clip = make_clip(sha256="ab" * 32, path="2026-11/tram.mp4")
    more = {"accepted_at": sent, "started_at": sent + 38, "finished_at": sent + 172}
    made = job(**more, created_at=sent - 130, cost=Decimal("0.5"), remote_id="r-1", clips=(clip,))
    (entry,) = await told.add(dataclasses.replace(made, service="https://one.example"))
    await told.show(entry)
    found = told.job()
    assert found["Waited here"] == "2:10"
    assert found["In queue, running"] == "0:38, 2:14"
    assert found["Price"] == "$ 0.50"
    assert found["Request id"] == "r-1"
    assert found["Service"] == "one.example"
    assert found["File"] == "8.4 MB, 1280 × 720"
    assert found["Length"] == "6.1 s, 97 frame(s) at 16 fps"
    assert found["Format"] == "H.264, mp4, no sound"
    assert found["Name"] == "tram.mp4"
    assert found["SHA-256"] == "ab" * 32
    assert found["Lies in"] == str(told.library.layout.media / "2026-11")
    assert found["Sent"].startswith("today ")
    asked: list[str] = []
    told.panel.reveal_requested.connect(asked.append)
    for row in told.panel.page.job.list.rows:
        if row.fact.act is FactAct.REVEAL:
            QTest.mouseClick(row.act, Qt.MouseButton.LeftButton)
        elif row.fact.label == "SHA-256":
            QTest.mouseClick(row.act, Qt.MouseButton.LeftButton)
            assert QGuiApplication.clipboard().text() == "ab" * 32
    assert asked == [entry.job.id]


async def test_prices_that_nobody_told_are_words(told: Told) -> None:
    (entry, shown) = await told.add(job(), job(price_shown=Decimal("1.25")))
    await told.show(entry)
    assert told.job()["Price"] == "not known"
    assert told.job()["Request id"] == "the service did not tell"
    await told.show(shown)
    assert told.job()["Price"] == "about $ 1.25"


@pytest.mark.parametrize(
    ("state", "words"), [(FileState.MISSING, "missing"), (FileState.CHANGED, "not the one that")]
)
async def test_files_that_are_not_right_are_told(told: Told, state: FileState, words: str) -> None:
    (entry,) = await told.add(job(clips=(make_clip(state=state),)))
    await told.show(entry)
    bad = [fact for fact in told.panel.page.job.list.facts if fact.is_bad]
    assert [fact.value.startswith(words) for fact in bad] == [True]
    assert told.panel.page.take.state.word.text() in ("File missing", "File changed")


async def test_what_was_sent_is_written_out_when_asked_and_holds_no_token(told: Told) -> None:
    (entry,) = await told.add(job())
    await told.show(entry)
    sent = told.panel.page.sent
    assert sent.is_folded
    assert sent.well.editor.toPlainText() == ""
    QTest.mouseClick(sent.title, Qt.MouseButton.LeftButton)
    assert sent.well.isVisible()
    assert sent.well.editor.toPlainText().encode() == entry.job.request.body
    facts = {fact.label: fact.value for fact in sent.list.facts}
    assert facts["Digest"] == entry.job.request.digest
    assert facts["Price shown"] == "not known"
    QTest.mouseClick(sent.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().encode() == entry.job.request.body
    assert "Authorization" not in sent.text


async def test_a_huge_request_is_copied_in_full_and_shown_in_part(told: Told) -> None:
    inputs = INPUTS | {"image_url": "data:image/png;base64," + "A" * 400_000}
    (entry,) = await told.add(job(inputs))
    await told.show(entry)
    assert told.inputs()["Image url"] == "image/png, 300.0 kB"
    sent = told.panel.page.sent
    sent.title.click()
    assert len(sent.well.editor.toPlainText()) < 5_000
    sent.copy.click()
    assert len(QGuiApplication.clipboard().text()) > 400_000


async def test_the_verdict_stands_in_the_head_or_beneath(told: Told) -> None:
    (entry,) = await told.add(job())
    await told.show(entry)
    section = told.panel.page.job
    assert section.remark == "Repeatable: seed sent, Magic Prompt off"
    assert section.reason.isHidden()
    told.panel.resize(300, 800)
    unknown = GenerationRequest("someone/else", {"prompt": "x", "seed": 5})
    (other,) = await told.add(job(request=unknown, shot_id="other"))
    await told.show(other)
    assert section.remark == "Perhaps repeatable"
    assert section.reason.text() == "Seed sent, but the model is not known here"


async def test_a_running_job_counts_and_one_that_waits_has_not_been_sent(told: Told) -> None:
    running = job(state=JobState.IN_PROGRESS, accepted_at=NOW - 600, started_at=NOW - 102)
    waiting = job(state=JobState.WAITING, sent_at=None)
    (first, second) = await told.add(running, waiting)
    await told.show(first)
    assert told.job()["In queue, running"] == "8:18, 1:42 so far"
    told.now += 5
    await told.until(lambda: told.job()["In queue, running"] == "8:18, 1:47 so far")
    assert told.panel.page.take.words.text() == "1:47 so far"
    await told.show(second)
    assert told.job()["Sent"] == "not sent"
    assert told.panel.page.sent.title.text() == "What is to be sent"


async def test_why_it_failed_is_told_with_the_raw_words_on_request(told: Told) -> None:
    error = JobError("job_failed", "", "worker 12 ran out of memory")
    (entry,) = await told.add(job(state=JobState.FAILED, error=error))
    await told.show(entry)
    take = told.panel.page.take
    assert "could not make this clip" in take.words.text()
    assert take.raw.isVisible()
    assert not take.raw.text.isVisible()
    take.raw.button.click()
    assert take.raw.text.toPlainText() == "worker 12 ran out of memory"


async def test_what_changes_in_the_library_is_shown(told: Told) -> None:
    (entry,) = await told.add(job(state=JobState.IN_PROGRESS, started_at=NOW))
    await told.show(entry)
    await told.library.mark_steps([MarkStep((entry.key,), MarkChange(Mark.RATING, 4))])
    await told.until(lambda: told.panel.page.marks.row.stars.value() == 4)
    await told.library.change(
        entry.job.id,
        lambda now: dataclasses.replace(now, state=JobState.FINISHED, clips=(make_clip(),)),
    )
    await told.until(lambda: told.panel.page.take.state.word.text() == "Downloading")
    await told.library.change(
        entry.job.id, lambda now: dataclasses.replace(now, state=JobState.READY)
    )
    await told.until(lambda: told.panel.page.take.state.word.text() == "Ready")
    assert told.panel.page.marks.row.stars.value() == 4
    await told.add(job())
    await told.until(lambda: told.panel.page.take.count.text() == "Take 1 of 2")


async def test_marks_notes_and_tags_are_asked_for(told: Told) -> None:
    marks = Marks(tags=("rain",), notes=(Note("late", 8),))
    (entry,) = await told.add(job(marks=marks))
    await told.show(entry)
    page, asked = told.panel.page, []
    told.panel.mark_requested.connect(lambda wish, keys: asked.append((wish, keys)))
    page.marks.row.flag.choose(Flag.PICK)
    QTest.keyClick(page.marks.tags.chips.chips[0], Qt.Key.Key_Delete)
    page.marks.tags.more.click()
    page.notes.list.rows[0].edit_requested.emit()
    page.notes.list.rows[0].remove_requested.emit()
    wishes = [
        MarkChange(Mark.FLAG, Flag.PICK),
        TagChange("rain", False),
        MarkCommand.TAGS,
        NoteWish(8),
        NoteChange("", 8),
    ]
    assert asked == [(wish, [entry.key]) for wish in wishes]
    by_key: list[object] = []
    told.panel.by_key.mark_requested.connect(lambda wish, keys: by_key.append((wish, keys)))
    told.panel.page.take.remix.setFocus()
    QTest.keyClick(told.panel.page.take.remix, Qt.Key.Key_4)
    assert by_key == [(MarkChange(Mark.RATING, 4), [entry.key])]
    place: list[int] = []
    told.panel.place_requested.connect(place.append)
    page.notes.list.rows[0].click()
    assert place == [8]


async def test_several_takes_are_told_together_and_marked_together(told: Told) -> None:
    marks = [Marks(rating=3, tags=("rain", "night")), Marks(rating=3, tags=("rain",))]
    jobs = [job(INPUTS | {"seed": place}, marks=each) for place, each in enumerate(marks)]
    entries = await told.add(*jobs)
    keys = [entry.key for entry in entries]
    told.panel.show_chosen(keys)
    page = told.panel.page
    await told.until(lambda: page.take.title.text() == "2 takes chosen")
    assert told.inputs()["Frame Rate"] == "24 fps"
    assert told.inputs()["Seed"] == "differ"
    assert page.take.prompt.lines.toPlainText() == PROMPT
    assert page.marks.row.stars.value() == 3
    assert page.job.isHidden()
    assert page.sent.isHidden()
    assert page.marks.tags.chips.chips[0].text() == "rain"
    asked: list[object] = []
    told.panel.mark_requested.connect(lambda wish, chosen: asked.append((wish, chosen)))
    page.marks.row.flag.choose(Flag.REJECT)
    assert asked == [(MarkChange(Mark.FLAG, Flag.REJECT), keys)]
    await told.show(entries[0])
    assert page.job.isVisible()


async def test_marks_that_differ_show_none_as_given(told: Told) -> None:
    entries = await told.add(job(marks=Marks(flag=Flag.PICK, rating=2)), job())
    told.panel.show_chosen([entry.key for entry in entries])
    row = told.panel.page.marks.row
    await told.until(lambda: told.panel.page.take.title.text() == "2 takes chosen")
    assert row.flag.value() is None
    labels = [label.text() for label in told.panel.page.marks.findChildren(QLabel)]
    assert "They differ in: pick and reject, stars." in labels
    asked: list[object] = []
    told.panel.mark_requested.connect(lambda wish, _keys: asked.append(wish))
    # "Unmarked" is not true of all yet, and can be asked for.
    row.flag.choose(Flag.NONE)
    assert asked == [MarkChange(Mark.FLAG, Flag.NONE)]


async def test_a_clip_without_settings_tells_its_file(told: Told) -> None:
    image = MediaFacts("image", "png", "png", 64, 32, 1, Fraction(0), 0.0)
    clip = make_clip(facts=image, path="found.png")
    bare = make_job(
        state=JobState.READY, request=GenerationRequest("", {}), clips=(clip,), created_at=NOW
    )
    (entry,) = await told.add(bare)
    await told.show(entry)
    page = told.panel.page
    assert page.inputs.isHidden()
    assert page.sent.isHidden()
    assert not page.take.use_all.isEnabled()
    assert told.job()["Format"] == "PNG"
    assert "Price" not in told.job()
    assert page.job.remark == ""
    others = await told.add(job(), job())
    told.panel.show_chosen([each.key for each in others])
    await told.until(page.inputs.isVisible)


async def test_what_a_take_waits_for_is_told_as_it_comes_and_goes(told: Told) -> None:
    (entry,) = await told.add(job(state=JobState.WAITING, error=JobError("not_reachable", "")))
    await told.show(entry)
    words = told.panel.page.take.words
    told.engine.tell(ReachChanged(Reach.OFFLINE, NOW, NotReachable()))
    await told.until(lambda: words.text().startswith("for the network\nNothing has been sent."))
    told.engine.tell(SendingAsked((entry.job.id,), is_reachable=True, was_offline=True))
    told.engine.tell(ReachChanged(Reach.ONLINE, NOW))
    await told.until(lambda: words.text().startswith("for your word\n"))


async def test_all_settings_are_copied_as_text(told: Told) -> None:
    (entry,) = await told.add(job())
    await told.show(entry)
    QTest.mouseClick(told.panel.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[1:4] == [
        f"Model: {MODEL}",
        f"Prompt: {PROMPT}",
        "Number of Frames: 97",
    ]


async def test_the_menu_speaks_of_what_is_told(told: Told) -> None:
    entries = await told.add(job(), job())
    asked: list[tuple[object, object]] = []
    told.panel.menu_requested.connect(lambda entry, keys, _place: asked.append((entry.key, keys)))
    await told.show(entries[1])
    told.panel.more.click()
    told.panel.show_chosen([entry.key for entry in entries])
    await told.until(lambda: len(told.panel.takes.told.keys) == 2)
    told.panel.more.click()
    keys = [entry.key for entry in entries]
    assert asked == [(keys[1], [keys[1]]), (keys[0], keys)]


async def test_sections_fold_by_key_and_it_is_remembered(told: Told) -> None:
    (entry,) = await told.add(job())
    await told.show(entry)
    section = told.panel.page.inputs
    section.title.setFocus()
    QTest.keyClick(section.title, Qt.Key.Key_Space)
    assert section.is_folded
    assert not section.list.isVisible()
    assert section.title.accessibleDescription() == "folded away"
    assert told.panel.shape() == ["inputs", "sent"]
    told.panel.restore_shape(["job"])
    assert not section.is_folded
    assert told.panel.page.job.is_folded
    told.panel.restore_shape("nonsense")
    assert told.panel.shape() == ["job"]


async def test_nothing_is_written_out_while_nobody_sees_it(told: Told) -> None:
    (entry,) = await told.add(job())
    told.panel.hide()
    await told.show(entry)
    assert told.panel.page.inputs.list.facts == ()
    told.panel.show()
    assert told.inputs()


async def test_nothing_is_told_of_no_take(told: Told) -> None:
    (entry,) = await told.add(job())
    await told.show(entry)
    told.panel.show_current(None)
    assert not told.panel.page.isVisible()
    assert not told.panel.copy.isEnabled()
    assert not told.panel.more.isEnabled()


async def test_the_last_one_asked_for_is_told_however_fast_they_come(told: Told) -> None:
    entries = await told.add(*(job(INPUTS | {"seed": place}) for place in range(20)))
    for entry in entries:
        told.panel.show_current(entry)
    await told.until(lambda: told.panel.takes.told.keys == (entries[-1].key,))
    assert told.inputs()["Seed"] == "19"
    assert told.panel.page.take.count.text() == "Take 20 of 20"


async def test_a_screen_reader_hears_name_value_and_how_it_was(told: Told) -> None:
    _, second = await told.add(job(BEFORE), job())
    await told.show(second)
    row = next(r for r in told.panel.page.inputs.list.rows if r.fact.label == "Frame Rate")
    value = row.value
    assert (value.accessibleName(), value.text(), value.accessibleDescription()) == (
        "Frame Rate",
        "24 fps",
        "was 16",
    )
    assert told.panel.accessibleName() == "Details"
    assert told.panel.page.take.prompt.lines.accessibleName() == "Prompt"


async def test_markup_is_told_as_it_is(told: Told) -> None:
    evil = "<b>bold</b><img src=x>"
    (entry,) = await told.add(job(INPUTS | {"prompt": evil, "style": evil}))
    await told.show(entry)
    assert told.inputs()["Style"] == evil
    assert told.panel.page.take.prompt.lines.toPlainText() == evil
    for label in told.panel.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
