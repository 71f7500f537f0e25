"""Named points in the lives of jobs and files at which a process dies, or the system says no.

The program knows nothing of them. A process that was started through `tests.faults.child` reads

    RUSHES_FAILPOINT=NAME[:COUNT]

and has the seam of that name wrapped before the program's own `main` runs: at the COUNT-th time
(the first by default) that the point is passed, the process ends by SIGKILL.
"""

import errno
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.faults import seams
from tests.faults.seams import Fire

VARIABLE = "RUSHES_FAILPOINT"

Arm = Callable[[Fire], None]


@dataclass(frozen=True, slots=True)
class Failpoint:
    """One point.

    Attributes:
        name: what `RUSHES_FAILPOINT` calls it.
        meaning: where it is, in words.
        arm: wraps the seam, so that passing the point calls the given function.
        times: how often a run with as many takes passes it, at least; 1 for what is passed once.
        stage: which run passes it: ``generate``; ``resume`` after a death while sending;
            ``open`` for any; ``migrate`` for a library of the first schema.
    """

    name: str
    meaning: str
    arm: Arm = field(repr=False)
    times: int = 3
    stage: str = "generate"


def _receipt_points(event: str, label: str) -> list[Failpoint]:
    return [
        Failpoint(
            f"{label}.receipt.before_write", f"before the {event} receipt is written",
            lambda fire: seams.before_receipt(event, fire),
        ),
        Failpoint(
            f"{label}.receipt.torn", f"half of the {event} receipt is written",
            lambda fire: seams.inside_receipt(event, fire),
        ),
        Failpoint(
            f"{label}.receipt.before_fsync", f"the {event} receipt is written, not yet synced",
            lambda fire: seams.before_receipt_sync(event, fire),
        ),
        Failpoint(
            f"{label}.receipt.after_fsync",
            f"the {event} receipt is on the disk, the database does not know of it",
            lambda fire: seams.after_receipt_sync(event, fire),
        ),
    ]  # fmt: skip


def _commit_points(state: str, label: str) -> list[Failpoint]:
    return [
        Failpoint(
            f"{label}.before_commit", f"the row says {state}, the transaction is open",
            lambda fire: seams.before_commit(state, fire),
        ),
        Failpoint(
            f"{label}.after_commit", f"{state} is committed, nobody was told",
            lambda fire: seams.after_commit(state, fire),
        ),
    ]  # fmt: skip


def _points() -> list[Failpoint]:
    client, part = "rushes.api.client:ServiceClient", "rushes.engine.part_file:PartFile"
    library, files = "rushes.library.library:Library", "rushes.library.media_files:MediaFiles"
    box = "rushes.media.settings_box:embed_settings"
    return [
        Failpoint(
            "waiting.before_commit", "the new jobs are inserted, the transaction is open",
            lambda fire: seams.after("rushes.library.job_rows:insert_job", fire),
        ),
        Failpoint(
            "waiting.after_commit", "the new jobs are committed, nobody was told",
            lambda fire: seams.after_jobs_added(fire), times=1,
        ),
        *_receipt_points("sending", "sending"),
        *_commit_points("sending", "sending"),
        Failpoint(
            "post.before", "the journal is on the disk, the call has not begun",
            lambda fire: seams.before(f"{client}.submit", fire),
        ),
        Failpoint(
            "post.connected", "connected, no byte has left",
            lambda fire: seams.on_submit_event("connect_tcp.complete", fire),
        ),
        Failpoint(
            "post.half_left", "the head has left, the body has not",
            lambda fire: seams.on_submit_event("send_request_headers.complete", fire),
        ),
        Failpoint(
            "post.left", "all bytes have left, no reply has come",
            lambda fire: seams.on_submit_event("send_request_body.complete", fire),
        ),
        Failpoint(
            "post.reply_began", "the head of the reply has come",
            lambda fire: seams.on_submit_event("receive_response_headers.complete", fire),
        ),
        Failpoint(
            "post.replied", "the reply was read, nothing of it is written down",
            lambda fire: seams.after(f"{client}.submit", fire),
        ),
        *_receipt_points("accepted", "accepted"),
        *_commit_points("in_queue", "accepted"),
        Failpoint(
            "poll.before", "before the state is asked for",
            lambda fire: seams.before(f"{client}.status", fire),
        ),
        Failpoint(
            "poll.after", "the state was told, nothing of it is written down",
            lambda fire: seams.after(f"{client}.status", fire),
        ),
        Failpoint(
            "result.before", "before the result is asked for",
            lambda fire: seams.before(f"{client}.result", fire),
        ),
        Failpoint(
            "result.after", "the links were told, nothing of them is written down",
            lambda fire: seams.after(f"{client}.result", fire),
        ),
        *_commit_points("finished", "finished"),
        *_commit_points("downloading", "downloading"),
        Failpoint(
            "part.opened", "the part file was made",
            lambda fire: seams.after(f"{part}.open", fire),
        ),
        Failpoint(
            "part.first_piece", "a piece was written, not synced",
            lambda fire: seams.after(f"{part}.write", fire),
        ),
        Failpoint(
            "part.before_fsync", "before the part is synced",
            lambda fire: seams.before(f"{part}.sync", fire),
        ),
        Failpoint(
            "part.after_fsync", "the part is on the disk, its length is not written down",
            lambda fire: seams.after(f"{part}.sync", fire),
        ),
        Failpoint("embed.before", "before the settings are written into the whole part",
                  lambda fire: seams.before(box, fire)),
        Failpoint("embed.inside", "a step of writing the settings behind the clip is synced",
                  lambda fire: seams.after("rushes.media.settings_in_mp4:_sync", fire)),
        Failpoint("embed.after", "the settings are in the part, which has no final name yet",
                  lambda fire: seams.after(box, fire)),
        Failpoint("rename.before", "before the part gets its final name",
                  lambda fire: seams.before(f"{files}.settle", fire)),
        Failpoint("rename.before_folder_fsync", "it has its name, the folder is not synced",
                  lambda fire: seams.before("rushes.library.media_files:sync_folder", fire)),
        Failpoint("rename.after", "the clip is in place, the database does not know of it",
                  lambda fire: seams.after(f"{files}.settle", fire)),
        *_receipt_points("ready", "ready"),
        *_commit_points("ready", "ready"),
        Failpoint("thumbnail.before", "the job is ready and has no thumbnail",
                  lambda fire: seams.before(f"{library}.add_thumbnail", fire)),
        Failpoint("open.before", "before the library is touched",
                  lambda fire: seams.before(f"{library}.open", fire), 1, "open"),
        Failpoint("open.locked", "the lock is held, the database is not open",
                  lambda fire: seams.after("rushes.library.ownership:Ownership.acquire", fire),
                  1, "open"),
        Failpoint("open.after", "the library is open, nothing was recovered",
                  lambda fire: seams.after(f"{library}.open", fire), 1, "open"),
        Failpoint("recover.before", "before what an earlier process left is settled",
                  lambda fire: seams.before(f"{library}.recover", fire), 1, "resume"),
        Failpoint("recover.half", "one of the jobs that were being sent is settled",
                  lambda fire: seams.after("rushes.library.job_rows:update_job", fire),
                  1, "resume"),
        Failpoint("recover.after", "all is settled, nothing is followed yet",
                  lambda fire: seams.after(f"{library}.recover", fire), 1, "resume"),
        Failpoint("migration.before_backup", "an old schema was seen",
                  lambda fire: seams.before("rushes.library.database:back_up", fire), 1, "migrate"),
        Failpoint("migration.backed_up", "the copy was made, the schema is the old one",
                  lambda fire: seams.after("rushes.library.database:back_up", fire), 1, "migrate"),
        Failpoint("migration.inside", "the first step of the new schema is done, not committed",
                  lambda fire: seams.after_first_migration(fire), 1, "migrate"),
    ]  # fmt: skip


FAILPOINTS: Mapping[str, Failpoint] = {point.name: point for point in _points()}
"""Every point, in the order of a job's life."""

REFUSALS: Mapping[str, tuple[str, Arm]] = {
    "journal.no_space": (
        "the disk has no room for the sending receipt",
        lambda fire: seams.before_receipt("sending", fire),
    ),
    "journal.no_space_later": (
        "the disk has no room when the sending receipt is synced",
        lambda fire: seams.before_receipt_sync("sending", fire),
    ),
    "journal.read_only": (
        "the disk became read-only before the sending receipt",
        lambda fire: seams.before_receipt("sending", fire),
    ),
    "journal.not_committed": (
        "the database does not take the row that says sending",
        lambda fire: seams.before_commit("sending", fire),
    ),
}
"""Points at which the system says no each time from then on, instead of a death."""

_ERRORS = {
    "journal.no_space": errno.ENOSPC,
    "journal.no_space_later": errno.ENOSPC,
    "journal.read_only": errno.EROFS,
    "journal.not_committed": errno.EIO,
}


def arm(words: str) -> None:
    """Arm what `RUSHES_FAILPOINT` says; raises KeyError for a name that there is not."""
    name, _, count = words.partition(":")
    if name in REFUSALS:
        REFUSALS[name][1](seams.refuser(_ERRORS[name]))
        return
    FAILPOINTS[name].arm(seams.killer(int(count or 1)))
