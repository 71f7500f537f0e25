"""What goes wrong while a clip is fetched."""

from rushes.domain.errors.root import RushesError


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
