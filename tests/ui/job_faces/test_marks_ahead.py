"""Marks that are shown before they are written down, and the words for marks and changes."""

from collections.abc import Collection

from rushes.domain.mark_changes import MarkChange, MarkStep
from rushes.domain.marks import UNMARKED, Flag, Mark, Marks
from rushes.domain.request import GenerationRequest
from rushes.library.announcements import JobEntry
from rushes.ui.job_faces.change_words import changes_text
from rushes.ui.job_faces.mark_words import change_words, mark_words
from rushes.ui.job_faces.marks_ahead import MarksAhead
from tests.ui.job_faces.jobs import make_job

THREE = MarkChange(Mark.RATING, 3)
FOUR = MarkChange(Mark.RATING, 4)


def test_a_newer_change_is_not_undone_by_the_answer_to_an_older_one() -> None:
    ahead = MarksAhead()
    heard: list[Collection[int]] = []
    stop = ahead.subscribe(heard.append)
    entry = JobEntry(1, make_job())
    first, second = MarkStep((1, 2), THREE), MarkStep((1,), FOUR)
    ahead.add(first)
    assert ahead.over(entry).job.marks == Marks(3)
    ahead.add(second)
    # The library tells of the first: the second is still to be seen.
    told = entry.with_marks(Marks(3))
    assert ahead.over(told).job.marks == Marks(4)
    ahead.settle(first)
    assert ahead.over(told).job.marks == Marks(4)
    ahead.settle(second)
    assert ahead.over(told) is told
    assert heard == [{1, 2}, {1}, {1, 2}, {1}]
    ahead.settle(second)
    assert len(heard) == 4
    stop()


def test_what_is_refused_is_shown_no_longer() -> None:
    ahead = MarksAhead()
    entry = JobEntry(1, make_job())
    step = MarkStep((1,), FOUR)
    ahead.add(step)
    assert ahead.over(JobEntry(2, entry.job)).job.marks == UNMARKED
    ahead.settle(step)
    assert ahead.over(entry).job.marks == UNMARKED


def test_marks_in_words() -> None:
    assert mark_words(UNMARKED) == []
    assert mark_words(Marks(4, Flag.PICK, 9)) == ["4 stars", "Pick", "Label 9, blue"]
    assert mark_words(Marks(1, Flag.REJECT)) == ["1 star", "Reject"]
    assert change_words(MarkChange(Mark.RATING, 0)) == "No stars"
    assert change_words(MarkChange(Mark.FLAG, Flag.NONE)) == "Unmarked"
    assert change_words(MarkChange(Mark.LABEL, 0)) == "No label"


def test_changes_in_few_words() -> None:
    def text(**after: object) -> str:
        before = {"prompt": "A", "seed": 1, "guidance_scale": 5}
        return changes_text(
            GenerationRequest("a/b", before), GenerationRequest("a/b", before | after)
        )

    assert text() == ""
    assert text(seed=2) == "seed"
    assert text(seed=2, prompt="B") == "prompt +1"
    assert text(guidance_scale=6) == "guidance scale"
