from array import array

from hypothesis import given
from hypothesis import strategies as st

from rushes.library.announcements import JobEntry
from rushes.library.queries import JobOrder
from rushes.ui.history.ordered_jobs import OrderedJobs, unbroken_runs
from tests.ui.job_faces.jobs import make_job


def entry(key: int, created_at: float) -> JobEntry:
    return JobEntry(key, make_job(created_at=created_at))


@given(st.lists(st.integers(0, 6), max_size=30))
def test_jobs_stand_by_time_then_key_both_falling(moments: list[int]) -> None:
    entries = [entry(key, float(moment)) for key, moment in enumerate(moments)]
    jobs = OrderedJobs()
    for each in entries:
        assert jobs.find(each) == -1
        jobs.insert([each])
    expected = sorted(entries, key=lambda each: (-each.job.created_at, -each.key))
    assert jobs.keys_between(0, len(jobs)) == [each.key for each in expected]
    assert [jobs.find(each) for each in expected] == list(range(len(expected)))


def test_an_order_of_the_library_is_taken_as_it_is() -> None:
    jobs = OrderedJobs(JobOrder(array("q", [9, 4, 2]), array("d", [3.0, 2.0, 2.0])))
    assert len(jobs) == 3
    assert jobs.find(entry(2, 2.0)) == 2
    assert jobs.find(entry(3, 2.0)) == -1
    assert jobs.place_for(entry(3, 2.0)) == 2
    assert jobs.rows_of([2, 9, 77]) == {9: 0, 2: 2}
    assert jobs.rows_of([]) == {}


def test_runs_are_joined() -> None:
    assert unbroken_runs([]) == []
    assert unbroken_runs([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]
