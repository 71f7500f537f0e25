"""The bytes of a body, made while they are sent: a body of 10 GB needs no memory."""

import asyncio
import json
import re
import zlib
from collections.abc import AsyncIterator, Mapping

from rushes.domain.request import JsonValue
from rushes.simulator.connection import CHUNK_BYTES, pieces_of
from rushes.simulator.faults.fault import (
    Beginning,
    Body,
    Bytes,
    Edited,
    Framing,
    Generated,
    Json,
    Text,
    WithoutBox,
)
from rushes.simulator.wire import FileSlice, Reply

_PLACEHOLDER = re.compile(r"\$(REQUEST_ID|LINK|HERE|API|MEDIA|CANARY)\b")
_GZIP = 16 + zlib.MAX_WBITS

Stream = AsyncIterator[bytes]
Words = Mapping[str, str]
"""What stands for each placeholder, by its name without the dollar sign."""


def filled(text: str, words: Words) -> str:
    """Put words in the place of placeholders."""
    return _PLACEHOLDER.sub(lambda found: words.get(found.group(1), ""), text)


async def body_of(body: Body | None, right: Reply | None, words: Words) -> tuple[Stream, int]:
    """Return the bytes of a body and how many they are.

    `right` is the right reply, None where the call was not carried out.
    """
    content = right.body if right is not None else b""
    match body:
        case None:
            pass
        case Text(text):
            content = filled(text, words).encode()
        case Json(value):
            content = _json(value, words)
        case Bytes(given):
            content = given
        case Generated():
            return _generated(body, words), _length(body, words)
        case Edited(change, leave_out):
            content = _json(_edited(await _whole(content), change, leave_out), words)
        case Beginning(length):
            whole = await _whole(content)
            content = whole[: place_in(len(whole), length)]
        case WithoutBox(kind):
            content = _without_box(await _whole(content), kind.encode())
    if isinstance(content, FileSlice):
        return pieces_of(content), content.length
    return _pieces(content), len(content)


def place_in(length: int, at: int | float) -> int:
    """Return a number of bytes that may be given as a share of a length."""
    return min(length, int(length * at) if isinstance(at, float) else at)


async def compressed(stream: Stream) -> Stream:
    """Compress (gzip), a piece at a time."""
    coder = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    async for piece in stream:
        squeezed = coder.compress(piece)
        # Others are served meanwhile: most of it makes nothing that is sent.
        await asyncio.sleep(0)
        if squeezed:
            yield squeezed
    yield coder.flush()


async def first_bytes(stream: Stream, length: int) -> Stream:
    """End a stream after so many bytes."""
    missing = length
    async for piece in stream:
        if len(piece) >= missing:
            yield piece[:missing]
            return
        missing -= len(piece)
        yield piece


async def framed(stream: Stream, framing: Framing, *, is_cut: bool) -> Stream:
    """Put the pieces of a stream into chunks, where the framing wants them."""
    if framing not in (Framing.CHUNKED, Framing.BAD_CHUNK):
        async for piece in stream:
            yield piece
        return
    async for piece in stream:
        if piece:
            yield b"%x\r\n%b\r\n" % (len(piece), piece)
            if framing is Framing.BAD_CHUNK:
                yield b"no number\r\n"
                return
    if not is_cut:
        yield b"0\r\n\r\n"


async def _pieces(content: bytes) -> Stream:
    for start in range(0, len(content), CHUNK_BYTES):
        yield content[start : start + CHUNK_BYTES]


async def _generated(body: Generated, words: Words) -> Stream:
    yield filled(body.before, words).encode()
    unit = body.repeat.encode()
    block = unit * max(1, CHUNK_BYTES // len(unit))
    missing = body.length
    while missing >= len(block):
        yield block
        missing -= len(block)
    yield block[:missing]
    yield filled(body.after, words).encode()


def _length(body: Generated, words: Words) -> int:
    around = filled(body.before, words).encode() + filled(body.after, words).encode()
    return len(around) + body.length


async def _whole(content: bytes | FileSlice) -> bytes:
    if isinstance(content, bytes):
        return content
    return b"".join([piece async for piece in pieces_of(content)])


def _json(value: JsonValue, words: Words) -> bytes:
    return json.dumps(_filled_json(value, words), ensure_ascii=False).encode()


def _filled_json(value: JsonValue, words: Words) -> JsonValue:
    if isinstance(value, str):
        return filled(value, words)
    if isinstance(value, list):
        return [_filled_json(each, words) for each in value]
    if isinstance(value, Mapping):
        return {name: _filled_json(each, words) for name, each in value.items()}
    return value


def _edited(
    content: bytes, change: Mapping[str, JsonValue], leave_out: tuple[str, ...]
) -> JsonValue:
    try:
        values = json.loads(content)
    except ValueError:
        values = {}
    kept = values if isinstance(values, dict) else {}
    return {name: value for name, value in {**kept, **change}.items() if name not in leave_out}


def _without_box(content: bytes, kind: bytes) -> bytes:
    """Leave out the outermost boxes of a kind; each begins with its length in four bytes."""
    kept: list[bytes] = []
    start = 0
    while start + 8 <= len(content):
        length = int.from_bytes(content[start : start + 4], "big")
        end = start + length if length >= 8 else len(content)
        if content[start + 4 : start + 8] != kind:
            kept.append(content[start:end])
        start = end
    return b"".join(kept)
