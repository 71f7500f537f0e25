"""What a check of a library finds."""

from dataclasses import dataclass

from rushes.domain.check_words import FindingKind


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    Attributes:
        kind: what it is; `rushes.domain.check_words` has the words.
        job_id: the job concerned, if there is one.
        path: the file concerned, relative to the library's folder, if there is one.
        detail: what the system says of it; not for people unasked.
        is_mended: whether it has been mended since.
    """

    kind: FindingKind
    job_id: str | None = None
    path: str | None = None
    detail: str = ""
    is_mended: bool = False
