import re
import time

import pytest

from rushes.domain import ids
from rushes.domain.ids import is_remote_id, new_job_id


def test_ids_are_uuids_of_version_7_that_sort_as_they_were_made() -> None:
    made = [new_job_id() for _ in range(20_000)]
    form = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(form.fullmatch(each) for each in made)
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_ids_go_on_rising_when_the_clock_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_job_id()
    past = time.time_ns() - 10 * 365 * 86_400 * 10**9
    monkeypatch.setattr(ids.time, "time_ns", lambda: past)
    assert new_job_id() > before


@pytest.mark.parametrize("text", ["a", "A-b_9", "x" * 128])
def test_request_ids_of_the_documented_form_are_taken(text: str) -> None:
    assert is_remote_id(text)


@pytest.mark.parametrize("text", ["", "x" * 129, "a/b", "../a", "a b", "a\n", "ä", None, 7, ["a"]])
def test_any_other_request_id_is_not(text: object) -> None:
    assert not is_remote_id(text)
