"""What goes wrong with a media file."""

from rushes.domain.errors.root import RushesError


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


class MediaKilledDecoder(MediaError):
    """The program died while it read this file; a person says whether it is opened again."""

    code = "media_killed_decoder"
