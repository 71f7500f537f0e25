"""What a check of a library can find, and the words in which the command line tells it."""

from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """One kind of thing that is not as it should be; the values are what scripts read."""

    DATABASE_MISSING = "database_missing"
    DATABASE_DAMAGED = "database_damaged"
    WORDS_OUT_OF_STEP = "words_out_of_step"
    STATE_IMPOSSIBLE = "state_impossible"
    RECEIPT_DAMAGED = "receipt_damaged"
    JOB_NOT_IN_DATABASE = "job_not_in_database"
    ID_NOT_IN_DATABASE = "id_not_in_database"
    MEDIA_AWAY = "media_away"
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"
    FILE_RETURNED = "file_returned"
    FILE_ORPHANED = "file_orphaned"
    FILE_UNFINISHED = "file_unfinished"
    LEFTOVER = "leftover"


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What a person is told about a finding.

    Attributes:
        found: one sentence.
        repair: what repairing does about it.
    """

    found: str
    repair: str


CHECK_WORDS: dict[FindingKind, FindingWords] = {
    FindingKind.DATABASE_MISSING: FindingWords(
        "The library has no database.", "It is made again from backups, receipts and clips."
    ),
    FindingKind.DATABASE_DAMAGED: FindingWords(
        "The database is damaged.",
        "It is kept aside and made again from what can be read, backups, receipts and clips.",
    ),
    FindingKind.WORDS_OUT_OF_STEP: FindingWords(
        "The search index does not fit the prompts.", "The index is made again."
    ),
    FindingKind.STATE_IMPOSSIBLE: FindingWords(
        "A job is in a state that it cannot be in.",
        "It is settled by its receipts; without any, it asks what to do.",
    ),
    FindingKind.RECEIPT_DAMAGED: FindingWords(
        "A line of the receipts cannot be read.", "It is left as it is, and passed over."
    ),
    FindingKind.JOB_NOT_IN_DATABASE: FindingWords(
        "A job that was sent is not in the database.", "It is taken back from its receipts."
    ),
    FindingKind.ID_NOT_IN_DATABASE: FindingWords(
        "A job’s request id is only in the receipts.", "The job follows this id again."
    ),
    FindingKind.MEDIA_AWAY: FindingWords(
        "The media folder is not there.", "Nothing is changed; connect its drive again."
    ),
    FindingKind.FILE_MISSING: FindingWords(
        "A clip’s file is not where it was.", "The clip is marked as missing."
    ),
    FindingKind.FILE_CHANGED: FindingWords(
        "A clip’s file is another one than the one that came.", "The clip is marked as changed."
    ),
    FindingKind.FILE_RETURNED: FindingWords(
        "A clip’s file is there again.", "The clip is marked as present."
    ),
    FindingKind.FILE_ORPHANED: FindingWords(
        "A file in the media folder belongs to no job.",
        "It becomes a job again if it knows its settings, and is set aside otherwise.",
    ),
    FindingKind.FILE_UNFINISHED: FindingWords(
        "A download was begun that nobody goes on with.", "What came is set aside."
    ),
    FindingKind.LEFTOVER: FindingWords(
        "A file was left over from writing.", "It is set aside, or removed if it is empty."
    ),
}
