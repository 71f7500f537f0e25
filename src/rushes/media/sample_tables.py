"""How many samples the tables of an mp4 or mov file claim (ISO/IEC 14496-12).

A table may claim a thousand million samples in twelve bytes, and FFmpeg makes an entry for each
while it opens the file. The walk goes into the same boxes as FFmpeg's (libavformat/mov.c) does.
"""

from collections.abc import Iterator
from typing import BinaryIO

from rushes.media.top_boxes import top_boxes

_BEHIND_HEADERS = {
    **dict.fromkeys((b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"udta", b"mvex"), 0),
    **dict.fromkeys((b"moof", b"traf", b"dinf", b"tref", b"wave", b"sinf", b"schi", b"iprp"), 0),
    b"meta": 4,
    b"stsd": 8,
}
"""Boxes that hold boxes, and how many bytes of their own stand before these."""

_DEEPEST = 12
_MOST_BOXES = 500_000
_MOST_EDITS = 10_000
"""FFmpeg takes 40 microseconds for each."""

_SAMPLES_IN_A_ROW = 1024
"""FFmpeg counts so many samples of plain sound as one."""

ENDLESS = 1 << 40
"""What a file claims whose boxes or edits are too many, whose boxes are too deep, or packed."""


def claimed_samples(file: BinaryIO, size: int) -> int:
    """The entries that FFmpeg would make for a file of *size* bytes; raises OSError."""
    walk = _Walk(file)
    total = 0
    for box in top_boxes(file, size):
        if box.kind in (b"moov", b"moof"):
            total += walk.samples(box.kind, box.start + box.header, min(box.stop, size))
    return total


class _Track:
    """What one track claims."""

    def __init__(self) -> None:
        self.samples = 0
        self.chunks = 0
        self.edits = 1
        self.is_sound = False
        self.is_plain = False

    def entries(self) -> int:
        if self.is_sound and self.is_plain:
            return self.chunks + self.samples // _SAMPLES_IN_A_ROW
        # An edit may show all samples once more.
        return self.samples * self.edits


class _Walk:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left = _MOST_BOXES
        self._edits = 0

    def samples(self, kind: bytes, start: int, stop: int) -> int:
        """The entries that the box *kind*, whose body lies between *start* and *stop*, claims."""
        track = _Track()
        total = 0
        for inner, body, end in self._boxes(kind, start, stop, 0):
            if inner == b"trak":
                total += track.entries()
                track = _Track()
            elif inner == b"trun":
                total += self._number(body + 4)
            elif inner == b"cmov":
                return ENDLESS
            else:
                self._see(track, inner, body, end)
        if self._left <= 0 or self._edits > _MOST_EDITS:
            return ENDLESS
        return total + track.entries()

    def _see(self, track: _Track, kind: bytes, body: int, end: int) -> None:
        if kind in (b"stsz", b"stz2"):
            track.samples += self._number(body + 8)
        elif kind in (b"stco", b"co64"):
            track.chunks += min(self._number(body + 4), (end - body) // 4)
        elif kind == b"elst":
            edits = min(self._number(body + 4), (end - body) // 12)
            track.edits += edits
            self._edits += edits
        elif kind == b"hdlr":
            handler = self._bytes(body + 8, 4)
            if handler in (b"soun", b"vide"):
                track.is_sound = handler == b"soun"
        elif kind == b"stts":
            # One tick for each sample: sound that is not packed.
            track.is_plain = self._number(body + 4) == 1 and self._number(body + 12) == 1

    def _boxes(
        self, kind: bytes, start: int, stop: int, depth: int
    ) -> Iterator[tuple[bytes, int, int]]:
        """Kind, start and end of the body of all boxes inside of one, however deep."""
        at = start + _BEHIND_HEADERS.get(kind, 0)
        while at + 8 <= stop and self._left > 0:
            self._left -= 1
            head = self._bytes(at, 16)
            length, inner, header = int.from_bytes(head[:4], "big"), head[4:8], 8
            if length == 1:
                length, header = int.from_bytes(head[8:16], "big"), 16
            if length == 0:
                length = stop - at
            if length < header:
                return
            body, end = at + header, min(at + length, stop)
            yield inner, body, end
            if inner in _BEHIND_HEADERS:
                if depth == _DEEPEST:
                    self._left = 0
                    return
                yield from self._boxes(inner, body, end, depth + 1)
            at += length

    def _number(self, at: int) -> int:
        return int.from_bytes(self._bytes(at, 4), "big")

    def _bytes(self, at: int, count: int) -> bytes:
        self._file.seek(at)
        return self._file.read(count)
