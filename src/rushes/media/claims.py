"""What a file claims to hold, read before FFmpeg believes it and takes memory for all of that."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rushes.domain.errors import MediaTooLarge
from rushes.media.decode_limits import DecodeLimits
from rushes.media.ebml import header_bytes
from rushes.media.file_format import FLAC, GIF, JPEG, MP3, OGG, PNG, WEBP, FileFormat
from rushes.media.png_chunks import png_chunks
from rushes.media.sample_tables import claimed_samples

_PIECE_BYTES = 1 << 16
_WITHOUT_TABLES = frozenset({PNG, JPEG, WEBP, GIF, MP3, FLAC, OGG})
_PACKED_CHUNKS = frozenset({b"zTXt", b"iTXt", b"iCCP"})


def check_length(path: Path, file_format: FileFormat, limits: DecodeLimits) -> None:
    """Raise MediaTooLarge when the file *path* is too long to be read as a whole; or OSError."""
    size = path.stat().st_size
    if file_format in _WITHOUT_TABLES and size > limits.max_loose_bytes:
        raise MediaTooLarge(f"{path.name}: {file_format.name} of {size} bytes")


def check_claims(path: Path, file_format: FileFormat, limits: DecodeLimits) -> None:
    """Raise MediaTooLarge when the file *path* claims more than *limits* allow; or OSError."""
    size, name = path.stat().st_size, path.name
    with path.open("rb") as file:
        if file_format.demuxer == "mov":
            samples = claimed_samples(file, size)
            if samples > limits.max_samples:
                raise MediaTooLarge(f"{name}: tables of {samples} samples")
        elif file_format.demuxer == "matroska":
            if header_bytes(file, size) > limits.max_header_bytes:
                raise MediaTooLarge(f"{name}: headers of more than {limits.max_header_bytes} bytes")
        elif file_format == PNG:
            unpacked = sum(_unpacked_sizes(file, size, limits.max_text_bytes))
            if unpacked > limits.max_text_bytes:
                raise MediaTooLarge(f"{name}: more than {limits.max_text_bytes} bytes of text")


def _unpacked_sizes(file: BinaryIO, size: int, most: int) -> Iterator[int]:
    """Bytes that the packed texts of a PNG unpack to, no more than just over *most* each.

    PNG specification (third edition), 11.3.2.3 and 11.3.3: the packed part follows a name that
    ends with a zero byte, and one or more bytes and names.
    """
    for kind, start, length in png_chunks(file, size):
        if kind in _PACKED_CHUNKS:
            file.seek(start)
            data = file.read(min(length, size - start))
            at = data.find(b"\0") + 2
            if kind == b"iTXt":
                packed = data[at - 1 : at] == b"\1"
                at = data.find(b"\0", data.find(b"\0", at + 1) + 1) + 1
                if not packed:
                    continue
            yield _unpacked_size(data[at:], most)


def _unpacked_size(packed: bytes, most: int) -> int:
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while packed and size <= most:
            size += len(unpacker.decompress(packed, _PIECE_BYTES))
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
