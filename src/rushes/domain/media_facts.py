"""What a media file is, as read from the file itself."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """Facts of one media file.

    Attributes:
        kind: ``video``, ``image`` or ``audio``.
        container: short name of the format, such as ``mp4``, ``webm``, ``png``.
        codec: name of the picture's codec (of the sound's for audio), such as ``h264``.
        width, height: pixels as shown, after rotation; 0 for audio.
        frames: number of pictures that decode, 1 for a still image, 0 for audio.
        rate: frames per second on average; 0 for images and audio.
        seconds: length; 0 for a still image.
        rotation: degrees clockwise that the picture is turned for showing: 0, 90, 180, 270.
        has_sound: whether there is a sound stream.
    """

    kind: str
    container: str
    codec: str
    width: int
    height: int
    frames: int
    rate: Fraction
    seconds: float
    rotation: int = 0
    has_sound: bool = False
