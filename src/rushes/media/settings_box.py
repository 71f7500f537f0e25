"""A job's settings inside of its media file, so that a file sent to a friend knows its prompt.

They are one JSON object in UTF-8: in mp4 and mov files a box of our own at the end, in PNG files
an ``iTXt`` chunk; other formats carry none. The keys that Rushes writes:

=================== =================================================================
``rushes_settings`` version of this form, 1; always written
``model``           the model's id, such as ``wan-ai/wan-2-1/text-to-video``
``inputs``          object: the input fields by name, exactly as they were sent
``job``             our id of the job
``remote_id``       the service's request id
``created_at``      when the job was written down, in seconds since the epoch, UTC
``ai_generated``    true: the picture was made by a model
``clip``            of a picture taken from a clip: the name of the clip's file
``frame``           of a picture taken from a clip: the frame's number, from 1
``frames``          of a picture taken from a clip: how many the clip has
=================== =================================================================

A reader takes nothing for granted: any key may be missing or of another type, and the file may
come from anybody. All functions block, raise OSError for what the system refuses, and read and
write the settings alone, never the whole file into memory.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from rushes.media.file_format import HEAD_BYTES, MOV, MP4, PNG, FileFormat, sniff
from rushes.media.settings_in_mp4 import read_box, remove_box, size_without_box, write_box
from rushes.media.settings_in_png import original_pieces, read_chunk, remove_chunk, write_chunk

FORM = 1
"""Version of the form that is written."""

MAX_SETTINGS_BYTES = 1 << 20
"""Settings over this size are neither written nor read."""

_PIECE_BYTES = 1 << 20


def embed_settings(path: Path, settings: Mapping[str, Any]) -> bool:
    """Write *settings* into the media file *path*, in place of any that it has.

    False, with the file as it was, when its format carries none or they are too large. Raises
    ValueError or TypeError for settings that JSON cannot hold.
    """
    text = settings_text(settings)
    if text is None:
        return False
    file_format = _format_of(path)
    if file_format in (MP4, MOV):
        return write_box(path, text)
    return file_format == PNG and write_chunk(path, text)


def settings_text(settings: Mapping[str, Any]) -> bytes | None:
    """*settings* as they are written into a file, or None when they are too large."""
    text = json.dumps(
        {"rushes_settings": FORM, **settings}, ensure_ascii=False, allow_nan=False
    ).encode()
    return text if len(text) <= MAX_SETTINGS_BYTES else None


def read_settings(path: Path) -> dict[str, Any] | None:
    """The settings inside of the media file *path*, or None when there are none to be read."""
    file_format = _format_of(path)
    text = None
    if file_format in (MP4, MOV):
        text = read_box(path, MAX_SETTINGS_BYTES)
    elif file_format == PNG:
        text = read_chunk(path, MAX_SETTINGS_BYTES)
    if text is None:
        return None
    try:
        settings = json.loads(text.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return settings if isinstance(settings, dict) and "rushes_settings" in settings else None


def strip_settings(path: Path) -> bool:
    """Take the settings out of the media file *path*; False when there are none."""
    file_format = _format_of(path)
    if file_format in (MP4, MOV):
        return remove_box(path)
    return file_format == PNG and remove_chunk(path)


def original_size(path: Path) -> int:
    """Bytes of the media file *path* without its settings, which is how long it came."""
    return sum(stop - start for start, stop in _original(path))


def original_sha256(path: Path) -> str:
    """SHA-256, in hexadecimal, of the media file *path* as it came, without its settings."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for start, stop in _original(path):
            file.seek(start)
            while start < stop and (data := file.read(min(_PIECE_BYTES, stop - start))):
                digest.update(data)
                start += len(data)
    return digest.hexdigest()


def _original(path: Path) -> list[tuple[int, int]]:
    file_format = _format_of(path)
    if file_format in (MP4, MOV):
        return [(0, size_without_box(path))]
    if file_format == PNG:
        return original_pieces(path)
    return [(0, path.stat().st_size)]


def _format_of(path: Path) -> FileFormat | None:
    with path.open("rb") as file:
        return sniff(file.read(HEAD_BYTES))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
