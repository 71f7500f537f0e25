"""What goes wrong when a picture is written for a person."""

from rushes.domain.errors.root import RushesError


class PictureNotSaved(RushesError):
    """Root of all that can go wrong when a picture is written."""

    code = "picture_not_saved"


class FolderNotWritable(PictureNotSaved):
    """Its folder cannot be made or written in."""

    code = "folder_not_writable"


class FolderFull(PictureNotSaved):
    """There is no room left on the disk of its folder."""

    code = "folder_full"
