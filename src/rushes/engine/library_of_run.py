"""The library of a run, with all that it needs from above. Apart, for it loads the database."""

from rushes.engine.configuration import Configuration
from rushes.engine.found_clips import read_clip
from rushes.library.library import Library


def library_of(configuration: Configuration) -> Library:
    """Return the library of a run, not yet open."""
    return Library(
        configuration.library, machine_file=configuration.machine_file, read_clip=read_clip
    )
