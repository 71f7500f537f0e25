"""How large a media file may be before it is refused, so that none can fill the memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DecodeLimits:
    """Limits that are checked before anything is decoded, as far as a file tells beforehand.

    Attributes:
        max_pixels: width × height of one picture.
        max_side: width or height of one picture, in pixels.
        max_seconds: length of a clip or a sound.
        max_frames: pictures in a clip.
        max_bytes: memory that one decoder may need at the worst: a picture's bytes times the
            pictures that it refers back to and those that its threads work on.
        max_samples: entries that the tables of one file may claim, pictures, sounds and their
            edits together; FFmpeg takes some 70 bytes of memory for each when it opens the file.
        max_loose_bytes: length of a file without tables (pictures, GIF, MP3, FLAC, Ogg), which
            FFmpeg may gather in memory, twice, while it looks for its parts.
        max_header_bytes: all of a Matroska file but its pictures and sounds; FFmpeg takes up to
            40 times as much memory for it.
        max_text_bytes: unpacked length of the packed texts and profiles in a PNG.
        max_seconds_of_silence: how long a demuxer or decoder may work without giving anything.
    """

    max_pixels: int = 40_000_000
    max_side: int = 16_384
    max_seconds: float = 3_600.0
    max_frames: int = 216_000
    max_bytes: int = 2 * 1024**3
    max_samples: int = 2_000_000
    max_loose_bytes: int = 256 * 1024**2
    max_header_bytes: int = 16 * 1024**2
    max_text_bytes: int = 16 * 1024**2
    max_seconds_of_silence: float = 30.0


DEFAULT_LIMITS = DecodeLimits()
"""An 8K picture of 10 bits; an hour at 60 frames per second."""
