import logging
import random

from rushes.engine.pacing import LONGEST, backoff_delay, poll_delay, reconnect_delay
from rushes.engine.redaction import RedactingFormatter, redact


def test_looks_grow_apart_from_two_to_thirty_seconds() -> None:
    chance = random.Random(1)
    delays = [poll_delay(looks, None, chance) for looks in range(60)]
    assert 1.6 <= delays[0] <= 2.4
    assert all(delay <= LONGEST * 1.2 for delay in delays)
    assert min(delays[20:]) >= LONGEST * 0.8


def test_the_head_of_the_queue_is_looked_at_sooner() -> None:
    chance = random.Random(1)
    assert max(poll_delay(looks, 1, chance) for looks in range(60)) <= 6.0 * 1.2


def test_many_jobs_do_not_come_due_together() -> None:
    chance = random.Random(1)
    delays = [poll_delay(9, None, chance) for _ in range(1_000)]
    assert max(delays) - min(delays) > 4.0


def test_trouble_is_left_alone_for_longer_and_longer() -> None:
    chance = random.Random(1)
    assert backoff_delay(1, None, chance) <= 2.0
    assert 60.0 <= backoff_delay(50, None, chance) <= 120.0
    assert backoff_delay(1, 33.0, chance) == 33.0


def test_a_network_that_came_back_is_tried_within_seconds() -> None:
    chance = random.Random(1)
    delays = [reconnect_delay(failures, chance) for failures in range(1, 200)]
    assert delays[0] <= 1.0
    assert min(delays[10:]) >= 3.0
    assert max(delays) <= 6.0


def test_secrets_do_not_reach_the_log() -> None:
    said = (
        "GET https://user:word@x.runcomfy.net/a.mp4?sig=abc&x=1 with Bearer tok-123 "
        "and tok-123 again, then 'bearer other-token'"
    )
    clean = redact(said, "tok-123")
    for secret in ("sig=abc", "tok-123", "word@", "other-token"):
        assert secret not in clean
    assert "https://[user]@x.runcomfy.net/a.mp4?[query]" in clean


def test_secrets_in_a_trace_do_not_reach_the_log_either() -> None:
    formatter = RedactingFormatter(lambda: "tok-123")
    try:
        raise ValueError("the token is tok-123")
    except ValueError as error:
        record = logging.LogRecord(
            "rushes", logging.ERROR, __file__, 1, "broke", (), (ValueError, error, None)
        )
    assert "tok-123" not in formatter.format(record)
