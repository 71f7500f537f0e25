"""How the colours of a picture were stored, and what was made of them."""

from dataclasses import dataclass

from rushes.media.frame import ColourMatrix, Frame


@dataclass(frozen=True, slots=True)
class ColourFacts:
    """What is known of one picture's colours.

    Attributes:
        pixel_format: FFmpeg's name of the layout, such as ``yuv420p10le``.
        bits: depth of the deepest part of a pixel.
        matrix: how YUV became RGB; None for pictures that are stored as RGB.
        matrix_told: whether the file names the matrix; else it was chosen by the picture's size.
        full_range: whether black is 0 and white the largest value.
        range_told: whether the file names the range.
        primaries: ``BT.2020``, ``P3`` and so on; empty for those of an ordinary screen, and for
            what the file does not name.
        transfer: ``PQ`` or ``HLG`` for high dynamic range, else empty.
    """

    pixel_format: str
    bits: int
    matrix: ColourMatrix | None
    matrix_told: bool
    full_range: bool
    range_told: bool
    primaries: str = ""
    transfer: str = ""

    @property
    def is_shown_as_stored(self) -> bool:
        """Whether the colours are made for another kind of screen, and not converted to this one.

        Wide gamut then looks pale, and high dynamic range flat and grey.
        """
        return bool(self.primaries or self.transfer)


# ITU-T H.273, tables 2 and 3.
_PRIMARIES = {9: "BT.2020", 11: "DCI-P3", 12: "P3", 10: "XYZ"}
_TRANSFERS = {16: "PQ", 18: "HLG"}


def colour_facts(frame: Frame) -> ColourFacts:
    """Tell how a frame's colours are stored."""
    layout = frame.held.format
    return ColourFacts(
        pixel_format=frame.pixel_format,
        bits=max((part.bits for part in layout.components), default=8),
        matrix=None if layout.is_rgb else frame.matrix,
        matrix_told=frame.matrix_told,
        full_range=frame.full_range,
        range_told=frame.range_told,
        primaries=_PRIMARIES.get(frame.primaries, ""),
        transfer=_TRANSFERS.get(frame.transfer, ""),
    )
