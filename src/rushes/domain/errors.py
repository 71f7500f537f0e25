"""Every error that is expected, in one tree. Anything else is a bug.

::

    RushesError
    ├── InputRefused                 the inputs do not fit the model's schema; nothing was sent
    ├── CatalogueEntryUnreadable     a catalogue entry makes no sense
    ├── TokenMissing                 there is no token to send
    ├── KeyringUnavailable           the system's keyring does not answer, or there is none
    ├── RemoteIdRefused              what a person pasted is not the id of a request
    ├── RemoteIdTaken                another job of the library has this id
    ├── AtAnotherService             the job was sent to another service than the one in use
    ├── ServiceError
    │   ├── NotReachable             surely never left: name, connection, TLS
    │   ├── ConnectionLost           broke on the way; of a GET only
    │   ├── OutcomeUnknown           a submit whose outcome nobody knows
    │   ├── TooManyCalls             HTTP 429
    │   ├── ServiceDown              5xx, or a page from something in between
    │   ├── ReplyMalformed           an answer that is not of the service's form
    │   ├── JobFailed                the service says that it could not make the clip
    │   ├── ResultEmpty              the service says that it finished, and names no file
    │   └── Refused                  the service's no
    │       ├── TokenRefused
    │       ├── BalanceEmpty
    │       ├── NotAllowed
    │       ├── NotFound
    │       ├── RequestGone
    │       ├── InputsRefusedByService
    │       └── ResultNotReady
    ├── DownloadError
    │   ├── LinkDead                 the file is not behind its link any more
    │   ├── HostNotTrusted           the link leads to a host that is not the service's
    │   ├── DownloadCut              ended early, stalled or too slow; can be resumed
    │   ├── FileTooLarge
    │   └── NotTheMedium             what came is not the medium it claims to be
    ├── LibraryError
    │   ├── LibraryInUse             another process owns it
    │   ├── LibraryTooNew            its schema is from a newer Rushes
    │   ├── LibraryDamaged
    │   ├── LibraryNotWritable       read-only, or no right to write
    │   ├── LibraryAway              its folder is gone, as when a drive is unplugged
    │   ├── DiskFull
    │   └── JobNotFound
    └── MediaError
        ├── MediaUnreadable          cannot be decoded
        │   └── MediaMissing         is not where it was
        └── MediaTooLarge            over the limits on pixels, length or memory
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from rushes.domain.validation import Problem


class RushesError(Exception):
    """Root of all expected errors.

    Attributes:
        code: key of the words for people in `rushes.domain.error_words`.
        detail: what the system or the service said; text from outside, never shown unasked.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.code)
        self.detail = detail


class InputRefused(RushesError):
    """The inputs do not fit the model's schema; nothing was sent.

    Attributes:
        problems: one entry for each field that is wrong.
    """

    code = "input_refused"

    def __init__(self, problems: "Sequence[Problem]") -> None:
        super().__init__(", ".join(problem.field for problem in problems))
        self.problems = tuple(problems)


class CatalogueEntryUnreadable(RushesError):
    """A catalogue entry has no usable id or no input schema."""

    code = "catalogue_entry_unreadable"


class TokenMissing(RushesError):
    """There is no token to send."""

    code = "token_missing"


class KeyringUnavailable(RushesError):
    """The system's keyring did not answer in time, refused, or does not exist."""

    code = "keyring_unavailable"


class RemoteIdRefused(RushesError):
    """What a person gave as a request id is not one."""

    code = "remote_id_refused"


class RemoteIdTaken(RushesError):
    """Another job of the library has this request id already."""

    code = "remote_id_taken"


class AtAnotherService(RushesError):
    """The job was sent to another service than the one in use; `detail` is its address."""

    code = "at_another_service"


class ServiceError(RushesError):
    """Root of all that can go wrong between Rushes and the service."""

    code = "service_error"


class NotReachable(ServiceError):
    """Surely nothing left: name not resolved, connection refused or timed out, TLS failed."""

    code = "not_reachable"


class ConnectionLost(ServiceError):
    """A read-only call broke on the way; it may be asked again."""

    code = "connection_lost"


class OutcomeUnknown(ServiceError):
    """A submit may or may not have arrived; a person decides."""

    code = "outcome_unknown"


class _AsksToWait(Exception):
    """`retry_after`: seconds that the service asked to wait, or None."""

    def __init__(self, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class TooManyCalls(_AsksToWait, ServiceError):
    """HTTP 429."""

    code = "too_many_calls"


class ServiceDown(_AsksToWait, ServiceError):
    """5xx, or a page from something between Rushes and the service."""

    code = "service_down"


class ReplyMalformed(ServiceError):
    """An answer that is not of the service's form."""

    code = "reply_malformed"


class JobFailed(ServiceError):
    """The service says that it could not make the clip."""

    code = "job_failed"


class ResultEmpty(ServiceError):
    """The service says that it finished, and names no file."""

    code = "result_empty"


class Refused(ServiceError):
    """The service said no, in its own form.

    Attributes:
        service_code: the service's ``error_code``, or None.
        status: the HTTP status.
    """

    code = "refused"

    def __init__(
        self, detail: str = "", *, service_code: int | None = None, status: int = 0
    ) -> None:
        super().__init__(detail)
        self.service_code = service_code
        self.status = status


class TokenRefused(Refused):
    """The token is wrong, expired or revoked (HTTP 401, or error code 400004)."""

    code = "token_refused"


class BalanceEmpty(Refused):
    """No balance is left (HTTP 402, or error code 400002)."""

    code = "balance_empty"


class NotAllowed(Refused):
    """Not your request (HTTP 403, or error code 403001)."""

    code = "not_allowed"


class NotFound(Refused):
    """No such model (error code 400001, or HTTP 404 on a submit)."""

    code = "not_found"


class RequestGone(Refused):
    """The service does not know this request any more (HTTP 404, or error code 404001)."""

    code = "request_gone"


class InputsRefusedByService(Refused):
    """The service's schema refuses the inputs (HTTP 400 or 422)."""

    code = "inputs_refused_by_service"


class ResultNotReady(Refused):
    """The result was asked for too early (error code 400005)."""

    code = "result_not_ready"


class DownloadError(RushesError):
    """Root of all that can go wrong while a clip is fetched."""

    code = "download_failed"


class LinkDead(DownloadError):
    """The file is not behind its link any more."""

    code = "link_dead"


class HostNotTrusted(DownloadError):
    """The link leads to a host that is not the service's; a person is asked first."""

    code = "host_not_trusted"


class DownloadCut(DownloadError):
    """The transfer ended early, stalled or was too slow; what came is kept."""

    code = "download_cut"


class FileTooLarge(DownloadError):
    """The file is larger than the limit."""

    code = "file_too_large"


class NotTheMedium(DownloadError):
    """What came is not the medium that it claims to be."""

    code = "not_the_medium"


class LibraryError(RushesError):
    """Root of all that can go wrong with a library."""

    code = "library_error"


class LibraryInUse(LibraryError):
    """Another process owns the library; `detail` names it: ``rushes, process 4242``."""

    code = "library_in_use"


class LibraryTooNew(LibraryError):
    """The library was written by a newer Rushes; it was left as it is."""

    code = "library_too_new"


class LibraryDamaged(LibraryError):
    """The library's database cannot be read."""

    code = "library_damaged"


class LibraryNotWritable(LibraryError):
    """The library is read-only here."""

    code = "library_not_writable"


class LibraryAway(LibraryError):
    """The library's folder is gone, as when its drive was unplugged; it may come back."""

    code = "library_away"


class DiskFull(LibraryError):
    """There is no room left on the library's disk."""

    code = "disk_full"


class JobNotFound(LibraryError):
    """No job of that id is in the library."""

    code = "job_not_found"


class MediaError(RushesError):
    """Root of all that can go wrong with a media file."""

    code = "media_error"


class MediaUnreadable(MediaError):
    """The file is broken, cut, or of a format that cannot be decoded."""

    code = "media_unreadable"


class MediaMissing(MediaUnreadable):
    """There is no such file."""

    code = "media_missing"


class MediaTooLarge(MediaError):
    """The file is over the limits on pixels, length or memory."""

    code = "media_too_large"
