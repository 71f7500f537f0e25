"""Which format a file is of, told by its first bytes alone.

Neither a file's name nor FFmpeg's own guess is trusted: FFmpeg would read a playlist that
calls itself ``clip.mp4`` and open what it lists.
"""

from dataclasses import dataclass

HEAD_BYTES = 64
"""How many of a file's first bytes `sniff` wants to see."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format that Rushes opens.

    Attributes:
        name: short name, as in `MediaFacts.container`.
        demuxer: FFmpeg's demuxer that is forced on the file.
        still: whether the format holds one picture.
    """

    name: str
    demuxer: str
    still: bool = False


MP4 = FileFormat("mp4", "mov")
MOV = FileFormat("mov", "mov")
WEBM = FileFormat("webm", "matroska")
MATROSKA = FileFormat("matroska", "matroska")
GIF = FileFormat("gif", "gif")
PNG = FileFormat("png", "png_pipe", still=True)
JPEG = FileFormat("jpeg", "jpeg_pipe", still=True)
WEBP = FileFormat("webp", "webp_pipe", still=True)
WAV = FileFormat("wav", "wav")
MP3 = FileFormat("mp3", "mp3")
FLAC = FileFormat("flac", "flac")
OGG = FileFormat("ogg", "ogg")

_PICTURE_BRANDS = frozenset(
    {b"avif", b"avis", b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1"}
)
_OLD_QUICKTIME_BOXES = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip"})


def sniff(head: bytes) -> FileFormat | None:
    """Tell the format from a file's first `HEAD_BYTES` bytes; None for any other format.

    HEIF pictures share the box structure of mp4 and are not opened.
    """
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in _PICTURE_BRANDS:
            return None
        return MOV if brand == b"qt  " else MP4
    if head[4:8] in _OLD_QUICKTIME_BOXES:
        return MOV
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"webm" in head else MATROSKA
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"RIFF"):
        return {b"WEBP": WEBP, b"WAVE": WAV}.get(head[8:12])
    if head.startswith(b"fLaC"):
        return FLAC
    if head.startswith(b"OggS"):
        return OGG
    if head.startswith(b"ID3") or _is_mp3_header(head):
        return MP3
    return None


def _is_mp3_header(head: bytes) -> bool:
    """Eleven sync bits, MPEG audio layer III, and no reserved value."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bit_rate, sample_rate = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bit_rate not in (0, 15) and sample_rate != 3
