"""Every error that is expected, in one tree. Anything else is a bug.

::

    RushesError
    ├── InputRefused                 the inputs do not fit the model's schema; nothing was sent
    ├── CatalogueEntryUnreadable     a catalogue entry makes no sense
    ├── TokenMissing                 there is no token to send
    ├── KeyringUnavailable           the system's keyring does not answer, or there is none
    ├── RemoteIdRefused              what a person pasted is not the id of a request
    ├── RemoteIdTaken                another job of the library has this id
    ├── RemoteIdUnsettled            the same request is just being sent: the id may be its
    ├── AtAnotherService             the job was sent to another service than the one in use
    ├── QueryNotUnderstood           the text of a search makes no sense
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
    │   ├── LibraryOutdated          its schema is from an older Rushes, which has it open
    │   ├── LibraryDamaged
    │   ├── LibraryNotWritable       read-only, or no right to write
    │   ├── LibraryAway              its folder is gone, as when a drive is unplugged
    │   ├── DiskFull
    │   ├── JobNotFound
    │   ├── PlaceRefused             what keeps a library, or its media, out of a folder
    │   │   ├── NoLibraryThere
    │   │   ├── NoBackupThere
    │   │   ├── PlaceTaken           something else lies there
    │   │   ├── PlaceInside          it lies inside what is to be moved
    │   │   ├── PlaceOnNetwork       no place for a database
    │   │   ├── NoRoomThere
    │   │   └── LinkRefused          the system allows no link to that folder
    │   ├── CopyDiffers              a copy is not what was copied
    │   └── WorkStopped              a person stopped it
    ├── AlbumRefused
    │   ├── AlbumNameTaken           letters in upper or lower case are alike
    │   ├── AlbumNameEmpty
    │   └── AlbumNotFound
    ├── PictureNotSaved
    │   ├── FolderNotWritable        it cannot be made or written in
    │   └── FolderFull
    └── MediaError
        ├── MediaUnreadable          cannot be decoded
        │   └── MediaMissing         is not where it was
        ├── MediaTooLarge            over the limits on pixels, length or memory
        └── MediaKilledDecoder       the program died while it read this file
"""

from rushes.domain.errors.album import (
    AlbumNameEmpty,
    AlbumNameTaken,
    AlbumNotFound,
    AlbumRefused,
)
from rushes.domain.errors.download import (
    DownloadCut,
    DownloadError,
    FileTooLarge,
    HostNotTrusted,
    LinkDead,
    NotTheMedium,
)
from rushes.domain.errors.inputs import (
    CatalogueEntryUnreadable,
    InputRefused,
)
from rushes.domain.errors.library import (
    DiskFull,
    JobNotFound,
    LibraryAway,
    LibraryDamaged,
    LibraryError,
    LibraryInUse,
    LibraryNotWritable,
    LibraryOutdated,
    LibraryTooNew,
)
from rushes.domain.errors.media import (
    MediaError,
    MediaKilledDecoder,
    MediaMissing,
    MediaTooLarge,
    MediaUnreadable,
)
from rushes.domain.errors.pictures import (
    FolderFull,
    FolderNotWritable,
    PictureNotSaved,
)
from rushes.domain.errors.places import (
    CopyDiffers,
    LinkRefused,
    NoBackupThere,
    NoLibraryThere,
    NoRoomThere,
    PlaceInside,
    PlaceOnNetwork,
    PlaceRefused,
    PlaceTaken,
    WorkStopped,
)
from rushes.domain.errors.query import QueryNotUnderstood
from rushes.domain.errors.remote_id import (
    AtAnotherService,
    RemoteIdRefused,
    RemoteIdTaken,
    RemoteIdUnsettled,
)
from rushes.domain.errors.root import RushesError
from rushes.domain.errors.service import (
    BalanceEmpty,
    ConnectionLost,
    InputsRefusedByService,
    JobFailed,
    NotAllowed,
    NotFound,
    NotReachable,
    OutcomeUnknown,
    Refused,
    ReplyMalformed,
    RequestGone,
    ResultEmpty,
    ResultNotReady,
    ServiceDown,
    ServiceError,
    TokenRefused,
    TooManyCalls,
)
from rushes.domain.errors.token import (
    KeyringUnavailable,
    TokenMissing,
)

__all__ = [
    "AlbumNameEmpty",
    "AlbumNameTaken",
    "AlbumNotFound",
    "AlbumRefused",
    "AtAnotherService",
    "BalanceEmpty",
    "CatalogueEntryUnreadable",
    "ConnectionLost",
    "CopyDiffers",
    "DiskFull",
    "DownloadCut",
    "DownloadError",
    "FileTooLarge",
    "FolderFull",
    "FolderNotWritable",
    "HostNotTrusted",
    "InputRefused",
    "InputsRefusedByService",
    "JobFailed",
    "JobNotFound",
    "KeyringUnavailable",
    "LibraryAway",
    "LibraryDamaged",
    "LibraryError",
    "LibraryInUse",
    "LibraryNotWritable",
    "LibraryOutdated",
    "LibraryTooNew",
    "LinkDead",
    "LinkRefused",
    "MediaError",
    "MediaKilledDecoder",
    "MediaMissing",
    "MediaTooLarge",
    "MediaUnreadable",
    "NoBackupThere",
    "NoLibraryThere",
    "NoRoomThere",
    "NotAllowed",
    "NotFound",
    "NotReachable",
    "NotTheMedium",
    "OutcomeUnknown",
    "PictureNotSaved",
    "PlaceInside",
    "PlaceOnNetwork",
    "PlaceRefused",
    "PlaceTaken",
    "QueryNotUnderstood",
    "Refused",
    "RemoteIdRefused",
    "RemoteIdTaken",
    "RemoteIdUnsettled",
    "ReplyMalformed",
    "RequestGone",
    "ResultEmpty",
    "ResultNotReady",
    "RushesError",
    "ServiceDown",
    "ServiceError",
    "TokenMissing",
    "TokenRefused",
    "TooManyCalls",
    "WorkStopped",
]
