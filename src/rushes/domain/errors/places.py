"""What goes wrong when a library is opened elsewhere, moved, copied, or put back."""

from rushes.domain.errors.library import LibraryError


class PlaceRefused(LibraryError):
    """Root of all that keeps a library, or its media, out of a place; nothing was changed."""

    code = "place_refused"


class NoLibraryThere(PlaceRefused):
    """The folder that was chosen holds no library; `detail` is its path."""

    code = "no_library_there"


class NoBackupThere(PlaceRefused):
    """The folder that was chosen holds no whole backup; `detail` says what it lacks."""

    code = "no_backup_there"


class PlaceTaken(PlaceRefused):
    """Something else lies in the folder that was chosen; `detail` is its path."""

    code = "place_taken"


class PlaceInside(PlaceRefused):
    """The folder that was chosen lies inside what is to be moved or copied, or is that itself."""

    code = "place_inside"


class PlaceOnNetwork(PlaceRefused):
    """The database may not lie on a network drive: its write-ahead log does not work there.

    SQLite, "Write-Ahead Logging": all processes that use a database must be on one computer.
    """

    code = "place_on_network"


class NoRoomThere(PlaceRefused):
    """There is less room than is needed.

    Attributes:
        needed: bytes that have to be written.
        free: bytes that there is room for.
    """

    code = "no_room_there"

    def __init__(self, needed: int = 0, free: int = 0) -> None:
        super().__init__(f"{needed} bytes are needed, {free} are free")
        self.needed = needed
        self.free = free


class LinkRefused(PlaceRefused):
    """The system does not let the library link to a media folder in that place."""

    code = "link_refused"


class CopyDiffers(LibraryError):
    """A file that was copied is not the same when it is read back; `detail` is its path."""

    code = "copy_differs"


class WorkStopped(LibraryError):
    """A person stopped it, or the program ends."""

    code = "work_stopped"
