"""The proof of a trace: it holds for the right order, and for no other."""

import pytest

from tests.faults.traces import judge_trace, read_trace

_AT = "10:15:54.{:06d}"
RECEIPT = (
    r'write(15</l/receipts.log>, "c5 {\"at\":1.5,\"event\":\"sending\",\"job\":\"1\"}\n", 9) = 9'
)
RECEIPT_SYNC = "fsync(15</l/receipts.log>) = 0"
COMMIT = r'pwrite64(7</l/rushes.db-wal>, "\0\1", 24, 0) = 24'
COMMIT_SYNC = "fdatasync(7</l/rushes.db-wal>) = 0"
POST = r'sendto(17<TCP:[127.0.0.1:5->127.0.0.1:6]>, "POST /v1/models/a/b HTTP/1.1\r\n", 30, 0) = 30'
RIGHT = (RECEIPT, RECEIPT_SYNC, COMMIT, COMMIT_SYNC, POST)


def faults(*calls: str) -> tuple[str, ...]:
    lines = [f"42 {_AT.format(number)} {call}" for number, call in enumerate(calls)]
    return judge_trace(read_trace(lines)).faults


def test_the_right_order_is_a_proof() -> None:
    assert faults(*RIGHT) == ()
    assert faults(*RIGHT, *RIGHT) == ()


@pytest.mark.parametrize("moved", RIGHT[:-1])
def test_whatever_comes_after_the_submit_breaks_it(moved: str) -> None:
    assert faults(*(call for call in RIGHT if call != moved), moved) != ()


@pytest.mark.parametrize("left_out", RIGHT)
def test_whatever_is_missing_breaks_it(left_out: str) -> None:
    assert faults(*(call for call in RIGHT if call != left_out)) != ()


def test_a_sync_before_the_write_is_none() -> None:
    assert faults(RECEIPT_SYNC, RECEIPT, COMMIT, COMMIT_SYNC, POST) != ()
    assert faults(RECEIPT, RECEIPT_SYNC, COMMIT_SYNC, COMMIT, POST) != ()


def test_a_sync_that_failed_is_none() -> None:
    failed = "fdatasync(7</l/rushes.db-wal>) = -1 EIO (Input/output error)"
    assert faults(RECEIPT, RECEIPT_SYNC, COMMIT, failed, POST) != ()


def test_each_submit_needs_a_journal_of_its_own() -> None:
    assert faults(*RIGHT, POST) != ()


def test_a_sync_counts_from_its_return() -> None:
    begun = "42 10:15:54.000001 fdatasync(7</l/rushes.db-wal> <unfinished ...>"
    returned = "42 10:15:54.000003 <... fdatasync resumed>) = 0"
    head = [f"42 10:15:54.000000 {call}" for call in (RECEIPT, RECEIPT_SYNC, COMMIT)]
    post = f"43 10:15:54.000002 {POST}"
    assert judge_trace(read_trace([*head, begun, returned, post])).faults == ()
    assert judge_trace(read_trace([*head, begun, post, returned])).faults != ()
