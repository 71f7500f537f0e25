"""Single frames of a clip as PNG files, from the same decoder and converter as the screen's."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from rushes.domain.errors import MediaUnreadable
from rushes.domain.file_names import file_name
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.frame import Frame
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Picture, Quality
from rushes.media.settings_box import read_settings, settings_text
from rushes.media.settings_in_png import with_chunk
from rushes.media.whole_new_file import write_new_file

_FEWEST_DIGITS = 4


class FrameExport:
    """Takes frames out of one clip. Belongs to the thread that makes it, as its `FrameSource` does.

    Args:
        path: the clip or still image.
        limits: what is too large to decode.

    Attributes:
        frames: how many the clip has.

    Raises MediaUnreadable or MediaTooLarge.
    """

    def __init__(self, path: Path, limits: DecodeLimits = DEFAULT_LIMITS) -> None:
        self._path = path
        self._source = FrameSource(path, limits)
        self._converter = Converter()
        self._settings = settings_of_clip(path)
        self.frames = len(self._source)

    def __enter__(self) -> "FrameExport":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; safe to call twice."""
        self._source.close()

    def png(self, index: int) -> bytes:
        """Frame *index* as a PNG with the clip's settings inside.

        Raises IndexError outside of the clip, and MediaUnreadable when the frame is damaged.
        """
        picture = fine_picture(self._converter, self._source.decode(index))
        return png_of(picture, frame_settings(self._settings, self._path.name, index, self.frames))

    def write(self, index: int, folder: Path) -> Path:
        """Write frame *index* into *folder* and return its path.

        Its name is that of `frame_name`; a picture that is there already is never replaced by
        another. Raises MediaError, and PictureNotSaved.
        """
        name = frame_name(self._path.stem, index, self.frames)
        return write_new_file(folder, name, self.png(index))


def fine_picture(converter: Converter, frame: Frame) -> Picture:
    """A frame at its own size with all care: what the screen shows at 100 % when it stands."""
    return converter.picture(frame, None, Quality.FINE)


def frame_name(clip: str, index: int, frames: int) -> str:
    """The file name of frame *index* of a clip of *frames* frames: ``night tram-0043.png``."""
    return f"{file_name(clip)}-{padded_number(index, frames)}.png"


def padded_number(index: int, frames: int) -> str:
    """The number, from 1, of frame *index*, as wide as that of the last frame and of 9999."""
    return f"{index + 1:0{max(_FEWEST_DIGITS, len(str(frames)))}}"


def settings_of_clip(path: Path) -> dict[str, Any]:
    """The settings inside of a clip; empty where there are none or they cannot be read."""
    try:
        return read_settings(path) or {}
    except OSError:
        return {}


def frame_settings(
    settings: Mapping[str, Any], clip: str, index: int, frames: int
) -> dict[str, Any]:
    """A clip's settings with what tells which frame of it a picture is."""
    return {**settings, "clip": clip, "frame": index + 1, "frames": frames}


def png_of(picture: Picture, settings: Mapping[str, Any]) -> bytes:
    """*picture* as the bytes of a PNG, exactly, with *settings* inside; alpha is kept.

    Settings that are too large are left out. Raises MediaUnreadable if it cannot be encoded.
    """
    import av
    import numpy as np
    from av.codec import CodecContext
    from av.video.frame import VideoFrame

    order = [2, 1, 0, 3] if picture.has_alpha else [2, 1, 0]
    layout = "rgba" if picture.has_alpha else "rgb24"
    try:
        pixels = np.ascontiguousarray(picture.array()[:, :, order])
        frame = VideoFrame.from_ndarray(pixels, format=layout)
        frame.pts = 0
        encoder: Any = CodecContext.create("png", "w")
        encoder.width, encoder.height = picture.width, picture.height
        encoder.pix_fmt, encoder.time_base = layout, Fraction(1, 25)
        encoder.sample_aspect_ratio = Fraction(1)
        encoder.options = {"pred": "mixed"}
        data = b"".join(map(bytes, [*encoder.encode(frame), *encoder.encode(None)]))
    except av.FFmpegError as error:
        raise MediaUnreadable(f"frame {picture.index + 1}: {error}") from error
    text = settings_text(settings)
    return with_chunk(data, text) if text is not None else data


def frame_png(path: Path, index: int, limits: DecodeLimits = DEFAULT_LIMITS) -> bytes:
    """Frame *index* of the clip *path* as a PNG; blocks.

    Raises MediaError, also when the file has fewer frames than it had.
    """
    with FrameExport(path, limits) as export:
        if not 0 <= index < export.frames:
            raise MediaUnreadable(f"{path.name}: there is no frame {index + 1}")
        return export.png(index)
