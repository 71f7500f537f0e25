"""Names that Rushes gives, and the check of those that the service gives."""

import os
import re
import threading
import time

_REMOTE_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")
_JOB_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_lock = threading.Lock()
_last_stamp = 0
_last_counter = 0


def new_job_id() -> str:
    """Make an id for a job: a UUID of version 7 in its usual 36-character form.

    Ids made by one process sort in the order they were made, even within one millisecond and
    when the clock steps back: the time part never decreases, and the twelve bits behind it count.
    """
    global _last_stamp, _last_counter
    with _lock:
        stamp = time.time_ns() // 1_000_000
        if stamp > _last_stamp:
            _last_stamp, _last_counter = stamp, int.from_bytes(os.urandom(2)) & 0x3FF
        elif _last_counter < 0xFFF:
            _last_counter += 1
        else:
            _last_stamp, _last_counter = _last_stamp + 1, 0
        stamp, counter = _last_stamp, _last_counter
    tail = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    value = (stamp << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | tail
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def is_remote_id(text: object) -> bool:
    """Tell whether the text can be a request id of the service (its documentation: `D`)."""
    return isinstance(text, str) and _REMOTE_ID.fullmatch(text) is not None


def is_job_id(text: object) -> bool:
    """Tell whether the text has the form of our own ids, and so can be part of a file's name."""
    return isinstance(text, str) and _JOB_ID.fullmatch(text) is not None
