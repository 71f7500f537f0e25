from array import array
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.job_sort import JobSort, SortKey
from rushes.library.announcements import JobEntry
from rushes.library.queries import JobOrder
from rushes.ui.history.order_difference import difference
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


def by_rating(keys: list[int]) -> OrderedJobs:
    order = JobOrder(array("q", keys), array("d", [float(key % 7) for key in keys]))
    return OrderedJobs(order, JobSort(SortKey.RATING))


some_keys = st.lists(st.integers(0, 40) | st.integers(500_000, 500_009), unique=True, max_size=24)


@given(some_keys, st.randoms(use_true_random=False))
def test_in_any_order_jobs_are_found_while_rows_come_and_go(
    keys: list[int], chance: Random
) -> None:
    jobs = by_rating(list(keys))
    for step in range(8):
        kind = chance.randrange(3)
        if kind == 0 and keys:
            row, to = chance.randrange(len(keys)), chance.randrange(len(keys))
            jobs.move(row, to)
            keys.insert(to, keys.pop(row))
        elif kind == 1 and keys:
            row = chance.randrange(len(keys))
            jobs.remove(row, row + 1)
            del keys[row]
        else:
            row = chance.randint(0, len(keys))
            jobs.insert_from(by_rating([60 + step]), 0, 1, at=row)
            keys.insert(row, 60 + step)
        assert jobs.keys_between(0, len(jobs)) == keys
        assert [jobs.find(entry(key, 0.0)) for key in keys] == list(range(len(keys)))
        assert jobs.find(entry(59, 0.0)) == -1
        assert jobs.rows_of([*keys, 59]) == {key: row for row, key in enumerate(keys)}


@given(st.integers(0, 25), st.randoms(use_true_random=False))
def test_an_order_becomes_another_by_the_steps_that_are_told(count: int, chance: Random) -> None:
    old = chance.sample(range(30), count)
    new = [key for key in old if chance.random() < 0.8]
    for _ in range(chance.randint(0, 4) if new else 0):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    for key in range(40, 40 + chance.randint(0, 3)):
        new.insert(chance.randint(0, len(new)), key)
    change = difference(array("q", old), by_rating(new))
    assert change.is_small
    shown = list(old)
    for first, last in reversed(change.leaving):
        del shown[first : last + 1]
    for row, to in change.moving:
        shown.insert(to, shown.pop(row))
    for first, last in change.entering:
        shown[first:first] = new[first : last + 1]
    assert shown == new
    # No more is moved than has to be: one job that goes elsewhere is one move.
    assert len(change.moving) <= 4


def test_too_much_at_once_is_not_done_step_by_step() -> None:
    keys = list(range(200))
    assert difference(array("q", keys), by_rating(keys[::-1])).is_small is False
    one = [*keys[1:], 0]
    assert difference(array("q", keys), by_rating(one)).moving == ((0, 199),)
    assert difference(array("q", one), by_rating(keys)).moving == ((199, 0),)


def test_runs_are_joined() -> None:
    assert unbroken_runs([]) == []
    assert unbroken_runs([0, 1, 2, 5, 7, 8]) == [(0, 2), (5, 5), (7, 8)]
