"""Why an album is not as a person wished."""

from rushes.domain.errors.root import RushesError


class AlbumRefused(RushesError):
    """Root of what can be wrong with a wish about an album; nothing was changed."""

    code = "album_refused"


class AlbumNameTaken(AlbumRefused):
    """Another album has this name, letters in upper or lower case being alike."""

    code = "album_name_taken"


class AlbumNameEmpty(AlbumRefused):
    """There is nothing in the name."""

    code = "album_name_empty"


class AlbumNotFound(AlbumRefused):
    """There is no such album any more."""

    code = "album_not_found"
