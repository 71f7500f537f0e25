"""One decoded picture of a clip, as it left the decoder."""

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rushes.media.file_mark import FileMark

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray


class ColourMatrix(Enum):
    """How YUV becomes RGB; the value is swscale's number for it (libswscale/swscale.h)."""

    BT709 = 1
    FCC = 4
    BT601 = 5
    SMPTE240M = 7
    BT2020 = 9


@dataclass(frozen=True, slots=True)
class Orientation:
    """How a stored picture is turned for showing: transposed first, then flipped.

    Attributes:
        transpose: rows become columns.
        flip_rows: upside down.
        flip_columns: left to right.
    """

    transpose: bool = False
    flip_rows: bool = False
    flip_columns: bool = False

    @property
    def degrees(self) -> int:
        """The turn alone, clockwise: 0, 90, 180 or 270; a mirror image counts by its rows."""
        if self.transpose:
            return 90 if self.flip_columns else 270
        return 180 if self.flip_rows else 0


UPRIGHT = Orientation()
"""Shown as it is stored."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One decoded picture: immutable, safe to hand between threads, a copy of its own.

    Attributes:
        index: position in the clip, from 0.
        seconds: when it is shown, from the start of the clip.
        width, height: stored pixels, before orientation and pixel aspect.
        pixel_format: FFmpeg's name of the layout, such as ``yuv420p10le``.
        matrix: how its YUV becomes RGB: as tagged, else BT.709 from 720 rows on and BT.601
            below. Says nothing for pictures that are stored as RGB.
        matrix_told, range_told: whether the file tells them, or they were assumed.
        primaries, transfer: as tagged, in the numbers of ITU-T H.273 (tables 2 and 3); 2 for
            untold. Nothing is converted by them.
        full_range: whether black is 0 and white the largest value.
        has_alpha: whether it may be transparent.
        orientation: how it is turned for showing.
        pixel_aspect: width of one pixel to its height.
        nbytes: memory that it holds, in bytes.
        mark: the file that it came from, where that is recorded (`decoder_watch`).
    """

    index: int
    seconds: float
    width: int
    height: int
    pixel_format: str
    matrix: ColourMatrix
    full_range: bool
    has_alpha: bool
    orientation: Orientation
    pixel_aspect: Fraction
    nbytes: int
    held: "VideoFrame" = field(repr=False)
    """The picture in FFmpeg's form; read it, never write to it."""
    mark: FileMark | None = field(default=None, repr=False)
    matrix_told: bool = True
    range_told: bool = True
    primaries: int = 2
    transfer: int = 2

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height in square pixels as a person sees it."""
        return shown_size(self.width, self.height, self.orientation, self.pixel_aspect)

    def planes(self) -> "tuple[NDArray[np.uint8 | np.uint16], ...]":
        """Read-only views of the planes, rows × samples (× components), without padding."""
        import numpy as np

        views = []
        for number, plane in enumerate(self.held.planes):
            parts = [part for part in self.held.format.components if part.plane == number]
            order = ">" if self.pixel_format.endswith("be") else "<"
            kind = np.dtype(f"{order}u2" if parts[0].bits > 8 else "u1")
            rows = np.frombuffer(memoryview(plane), kind).reshape(plane.height, -1)
            view = rows[:, : plane.width * len(parts)]
            if len(parts) > 1:
                view = view.reshape(plane.height, plane.width, len(parts))
            view.flags.writeable = False
            views.append(view)
        return tuple(views)


def shown_size(
    width: int, height: int, orientation: Orientation, pixel_aspect: Fraction
) -> tuple[int, int]:
    """Size in square pixels at which a stored picture of *width* × *height* is shown."""
    if pixel_aspect > 1:
        width = round(width * pixel_aspect)
    elif pixel_aspect < 1:
        height = round(height / pixel_aspect)
    return (height, width) if orientation.transpose else (width, height)


def keep_frame(
    picture: "VideoFrame",
    index: int,
    seconds: float,
    aspect: Fraction,
    orientation: Orientation | None = None,
    mark: FileMark | None = None,
) -> Frame:
    """Make a `Frame` of what the decoder gave, turned as *orientation* says.

    Without *orientation* the picture's own is read. That is for one picture of a clip alone: PyAV
    ties the side data to its picture in a circle, which keeps the decoder's memory until the
    garbage collector comes round.

    The pixels are copied: the decoder's own buffers belong to a pool that keeps the memory of
    every frame as long as one of them lives, so that no cache of them could be bounded.
    """
    picture_format = picture.format.name
    matrix = _matrix_of(picture)
    full_range = _is_full_range(picture)
    matrix_told = int(picture.colorspace) in _MATRIX_OF_TAG
    range_told = int(picture.color_range) in (1, 2)
    primaries, transfer = int(picture.color_primaries), int(picture.color_trc)
    orientation = orientation or _orientation_of(picture)
    # A palette is no picture plane; as BGRA it is a picture like any other.
    held = picture.reformat(format="bgra") if picture_format == "pal8" else _copied(picture)
    # Conversion sets these tags on its source for as long as it runs. With the same values
    # there beforehand it changes nothing, and one frame may be converted in several threads.
    held.colorspace = _TAG_OF_MATRIX[matrix]
    held.color_range = 2 if full_range else 1
    held.color_trc = held.color_primaries = 2
    return Frame(
        index=index,
        seconds=seconds,
        width=held.width,
        height=held.height,
        pixel_format=held.format.name,
        matrix=matrix,
        full_range=full_range,
        has_alpha=_has_alpha(held),
        orientation=orientation,
        pixel_aspect=aspect,
        nbytes=sum(_allocated(plane.line_size, plane.height) for plane in held.planes),
        held=held,
        mark=mark,
        matrix_told=matrix_told,
        range_told=range_told,
        primaries=primaries,
        transfer=transfer,
    )


def _allocated(line_size: int, height: int) -> int:
    # FFmpeg rounds the rows of a frame's memory up to 32 (av_frame_get_buffer).
    return abs(line_size) * (height + 31 & ~31)


def _copied(picture: "VideoFrame") -> "VideoFrame":
    import numpy as np
    from av.video.frame import VideoFrame

    copy = VideoFrame(picture.width, picture.height, picture.format.name)
    for source, target in zip(picture.planes, copy.planes, strict=True):
        rows = source.height
        read = np.frombuffer(memoryview(source), np.uint8).reshape(rows, -1)
        written = np.frombuffer(memoryview(target), np.uint8).reshape(rows, -1)
        if source.line_size < 0:
            read = read[::-1]
        used = min(read.shape[1], written.shape[1])
        np.copyto(written[:, :used], read[:, :used])
    return copy


# AVColorSpace (libavutil/pixfmt.h; ITU-T H.273, table 4): the tag that a stream carries.
_MATRIX_OF_TAG = {
    1: ColourMatrix.BT709,
    4: ColourMatrix.FCC,
    5: ColourMatrix.BT601,
    6: ColourMatrix.BT601,
    7: ColourMatrix.SMPTE240M,
    9: ColourMatrix.BT2020,
    10: ColourMatrix.BT2020,
}
_TAG_OF_MATRIX = {
    ColourMatrix.BT709: 1,
    ColourMatrix.FCC: 4,
    ColourMatrix.BT601: 6,
    ColourMatrix.SMPTE240M: 7,
    ColourMatrix.BT2020: 9,
}
_HD_ROWS = 720


def _matrix_of(picture: "VideoFrame") -> ColourMatrix:
    told = _MATRIX_OF_TAG.get(int(picture.colorspace))
    if told is not None:
        return told
    if picture.format.name.startswith("yuvj"):
        # JPEG File Interchange Format, section 7: BT.601 whatever the size.
        return ColourMatrix.BT601
    # A clip that stands on its side is HD by its shorter side as well.
    rows = min(picture.width, picture.height)
    return ColourMatrix.BT709 if rows >= _HD_ROWS else ColourMatrix.BT601


def _is_full_range(picture: "VideoFrame") -> bool:
    if int(picture.color_range) == 2 or picture.format.name.startswith("yuvj"):
        return True
    if picture.format.is_rgb or picture.format.name == "pal8":
        return True
    return picture.format.name.startswith(("gray", "ya", "mono")) and int(picture.color_range) != 1


def _has_alpha(picture: "VideoFrame") -> bool:
    return any(part.is_alpha for part in picture.format.components)


def _orientation_of(picture: "VideoFrame") -> Orientation:
    """Read the display matrix (ISO/IEC 14496-12, 6.2.2)."""
    try:
        side_data: Any = picture.side_data
    except ValueError:
        # PyAV refuses to list side data among which is a kind that it does not know.
        return _TURNED[round(-picture.rotation / 90) % 4]
    for data in side_data:
        if data.type.name == "DISPLAYMATRIX":
            a, b, _u, c, d = memoryview(data).cast("B").cast("i")[:5]
            if abs(a) >= abs(b):
                return Orientation(False, flip_rows=d < 0, flip_columns=a < 0)
            return Orientation(True, flip_rows=b < 0, flip_columns=c < 0)
    return UPRIGHT


_TURNED = (
    UPRIGHT,
    Orientation(True, flip_columns=True),
    Orientation(False, flip_rows=True, flip_columns=True),
    Orientation(True, flip_rows=True),
)
"""By quarter turns clockwise."""
