"""What goes wrong with a library."""

from rushes.domain.errors.root import RushesError


class LibraryError(RushesError):
    """Root of all that can go wrong with a library."""

    code = "library_error"


class LibraryInUse(LibraryError):
    """Another process owns the library; `detail` names it: ``rushes, process 4242``."""

    code = "library_in_use"


class LibraryTooNew(LibraryError):
    """The library was written by a newer Rushes; it was left as it is."""

    code = "library_too_new"


class LibraryOutdated(LibraryError):
    """The library has the form of an older Rushes, which has it open; `detail` names that one."""

    code = "library_outdated"


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
