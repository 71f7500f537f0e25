"""The elements of a Matroska or WebM file (RFC 8794; RFC 9559)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

SEGMENT = b"\x18\x53\x80\x67"
_CLUSTER = b"\x1f\x43\xb6\x75"
_IN_THE_SEGMENT = frozenset(
    {
        *(_CLUSTER, b"\x11\x4d\x9b\x74", b"\x15\x49\xa9\x66", b"\x16\x54\xae\x6b"),
        *(b"\x10\x43\xa7\x70", b"\x1c\x53\xbb\x6b", b"\x19\x41\xa4\x69", b"\x12\x54\xc3\x67"),
    }
)
"""Cluster, SeekHead, Info, Tracks, Chapters, Cues, Attachments, Tags: where one of them begins, a
cluster without a size ends."""

_MOST_ELEMENTS = 250_000
ENDLESS = 1 << 40


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its id, where its body starts and ends (None: it does not tell)."""

    kind: bytes
    body: int
    stop: int | None


def element_at(file: BinaryIO, start: int) -> Element | None:
    """The element at offset *start*, or None where none begins. Raises OSError."""
    file.seek(start)
    head = file.read(16)
    if len(head) < 2 or head[0] == 0:
        return None
    id_length = 9 - head[0].bit_length()
    at = id_length
    if id_length > 4 or len(head) <= at or head[at] == 0:
        return None
    size_length = 9 - head[at].bit_length()
    raw = int.from_bytes(head[at : at + size_length], "big")
    length = raw & ((1 << 7 * size_length) - 1)
    body = start + id_length + size_length
    unknown = length == (1 << 7 * size_length) - 1
    return Element(head[:id_length], body, None if unknown else body + length)


def segment_of(file: BinaryIO) -> Element | None:
    """The segment behind the file's header, or None where there is none. Raises OSError."""
    header = element_at(file, 0)
    if header is None or header.stop is None:
        return None
    segment = element_at(file, header.stop)
    return segment if segment is not None and segment.kind == SEGMENT else None


def header_bytes(file: BinaryIO, size: int) -> int:
    """Bytes of all that is not in clusters in a file of *size* bytes. Raises OSError."""
    segment = segment_of(file)
    if segment is None:
        return 0
    total = segment.body
    for number, element in enumerate(_parts(file, segment.body, size)):
        stop = size if element.stop is None else min(element.stop, size)
        if element.kind in _IN_THE_SEGMENT - {_CLUSTER}:
            total += stop - element.body
        if number > _MOST_ELEMENTS:
            return ENDLESS
    return total


def _parts(file: BinaryIO, start: int, size: int) -> Iterator[Element]:
    """The parts of a segment; of a cluster without a size, its own parts too."""
    at = start
    while at < size:
        element = element_at(file, at)
        if element is None:
            return
        yield element
        if element.stop is None and element.kind != _CLUSTER:
            return
        at = element.body if element.stop is None else element.stop
