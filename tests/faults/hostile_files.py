"""Files that pose as media: playlists, texts, archives, references outwards, bombs, broken ones."""

import gzip
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from tests.media.clips import numbered_image, write_clip, write_sound, write_still

_PLAYLISTS = {
    "m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{url}/a.ts\n#EXT-X-ENDLIST\n",
    "m3u8 of files": "#EXTM3U\n#EXTINF:5,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "m3u8 with a key": '#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{url}/k"\n#EXTINF:5,\na.ts\n',
    "m3u8 master": "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{url}/b.m3u8\n",
    "m3u8 of a list": "#EXTM3U\n#EXTINF:1,\nconcat:{url}/a|file:///etc/passwd\n#EXT-X-ENDLIST\n",
    "ffconcat": "ffconcat version 1.0\nfile {url}/a.mp4\nfile 'file:///etc/passwd'\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 96\n",
    "asx": '<asx version="3.0"><entry><ref href="{url}/a.wmv"/></entry></asx>',
    "wpl": '<?wpl version="1.0"?><smil><body><seq><media src="{url}/a"/></seq></body></smil>',
    "pls": "[playlist]\nFile1={url}/a.mp3\nNumberOfEntries=1\nVersion=2\n",
    "ram": "rtsp://127.0.0.1:{port}/a\n",
    "dash": '<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>{url}/</BaseURL></MPD>',
    "smooth": '<SmoothStreamingMedia><StreamIndex Url="{url}/q"/></SmoothStreamingMedia>',
    "f4m": '<manifest xmlns="http://ns.adobe.com/f4m/1.0"><media url="{url}/a"/></manifest>',
    "strm": "{url}/a.mp4\n",
    "html": "<!doctype html><video src='{url}/a.mp4' autoplay></video><img src='{url}/b'>",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}/a.png"/></svg>',
    "svg of files": '<svg xmlns:xlink="x"><image xlink:href="file:///etc/passwd"/></svg>',
    "xml entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "{url}/e">]><a>&x;</a>',
    "mvg": "push graphic-context\nviewbox 0 0 6 4\nfill 'url({url}/a.png)'\npop graphic-context",
    "text": "Dear service, here is your clip.\n" * 50,
    "json": '{{"error": "gone", "video": "{url}/a.mp4"}}',
    "lavfi": "movie={url}/a.mp4",
    "avs": 'FFmpegSource2("{url}/a.mp4")',
    "vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n<b>no</b>\n",
}


def box(kind: bytes, body: bytes) -> bytes:
    """A box of ISO/IEC 14496-12, section 4.2."""
    return struct.pack(">I", 8 + len(body)) + kind + body


FTYP = box(b"ftyp", b"isom\0\0\2\0isomiso2mp41")


def hostile_files(folder: Path, url: str, count: int, seed: int) -> Iterator[tuple[str, Path]]:
    """Write hostile files one after the other, and yield what each is with its place.

    Args:
        folder: they are written here, under names of media.
        url: the origin of a canary that nobody may ask.
        count: how many; after the fixed ones come damaged clips.
        seed: of the damage.
    """
    chance = random.Random(seed)
    good = _good_files(folder)
    made = 0
    for name, data in _fixed(url, good):
        yield name, _written(folder, f"fixed-{made}", data)
        made += 1
    for number in range(max(count - made, 0)):
        kind, data = chance.choice(good)
        yield f"damaged {kind}", _written(folder, f"damaged-{number}", damaged(chance, data))


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{name}.mp4"
    path.write_bytes(data)
    return path


def _good_files(folder: Path) -> list[tuple[str, bytes]]:
    image = numbered_image(7, 272, 64)
    small = {"frames": 5, "width": 272, "height": 64}
    paths = [
        write_clip(folder / "good.mp4", **small),
        write_clip(folder / "good.mkv", **small),
        write_clip(folder / "good.webm", codec="libvpx-vp9", **small),
        write_clip(folder / "good.mov", codec="mpeg4", sound=True, **small),
        write_clip(folder / "good.gif", codec="gif", pixel_format="rgb8", **small),
        write_still(folder / "good.png", image, "png", "rgb24"),
        write_still(folder / "good.jpg", image, "mjpeg", "yuvj420p"),
        write_still(folder / "good.webp", image, "libwebp", "yuv420p"),
        write_sound(folder / "good.wav", "pcm_s16le", 0.2),
        write_sound(folder / "good.mp3", "libmp3lame", 0.2),
        write_sound(folder / "good.flac", "flac", 0.2),
        write_sound(folder / "good.ogg", "libopus", 0.2),
    ]
    return [(path.suffix, path.read_bytes()) for path in paths]


def damaged(chance: random.Random, data: bytes) -> bytes:
    """Cut a file, or change, repeat or remove some of its bytes; headers are hit most often."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        reach = chance.choice((64, 2_000, len(broken)))
        at = chance.randrange(max(min(reach, len(broken)), 1))
        match chance.randrange(6):
            case 0:
                del broken[max(at, 16) :]
            case 1:
                broken[at : at + 4] = b"\xff\xff\xff\xff"
            case 2:
                broken[at : at + 4] = b"\0\0\0\0"
            case 3:
                broken[at:at] = broken[at : at + chance.randrange(1, 64)]
            case _:
                broken[at : at + 1] = chance.randbytes(1)
    return bytes(broken)


def _fixed(url: str, good: list[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    port = url.rsplit(":", 1)[1]
    by_kind = dict(good)
    for name, text in _PLAYLISTS.items():
        data = text.format(url=url, port=port).encode()
        yield name, data
        yield f"{name} behind ftyp", FTYP + data
        yield f"{name} in mdat", FTYP + box(b"mdat", data) + box(b"moov", data)
        yield f"{name} in a comment", by_kind[".mp4"] + box(b"uuid", data)
    yield "zip", _archive()
    yield "gzip of a clip", gzip.compress(by_kind[".mp4"])
    yield "avi with an odd index", b"RIFF" + b"\xff\xff\xff\x7f" + b"AVI LIST" + b"\0" * 400
    yield "empty", b""
    yield "one byte", b"\0"
    yield "zeros", b"\0" * 100_000
    yield "heif", box(b"ftyp", b"heic\0\0\0\0mif1") + b"\0" * 500
    yield from _mp4_tricks(by_kind[".mp4"], url)
    yield from _pictures(by_kind)
    yield from _matroska_tricks(by_kind[".mkv"], url)
    yield "wav of 4 GB", by_kind[".wav"][:40] + b"\xff\xff\xff\xff" + by_kind[".wav"][44:]
    yield "id3 that never ends", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + b"\0" * 4_000
    yield "ogg of nothing", b"OggS" + b"\0" * 4_000
    yield "many empty boxes", FTYP + box(b"free", b"") * 250_000 + box(b"moov", b"")
    for kind, data in good:
        yield f"half of {kind}", data[: len(data) // 2]
        yield f"{kind} and more", data + url.encode() * 200


def _mp4_tricks(clip: bytes, url: str) -> Iterator[tuple[str, bytes]]:
    for link in (url, "/etc/passwd", "../good.mp4", "concat:/etc/passwd"):
        for kind in (b"url ", b"urn ", b"alis"):
            named = _alias(link) if kind == b"alis" else link.encode() + b"\0"
            entry = box(kind, b"\0\0\0\0" + named)
            path = (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref")
            yield (
                f"{kind.decode().strip()} to {link}",
                with_box(clip, path, b"\0\0\0\0\0\0\0\1" + entry),
            )
    yield "sizes of 65,535", _replaced(clip, b"avc1", 24, b"\xff\xff\xff\xff")
    yield "64 gigapixels in tkhd", _replaced(clip, b"tkhd", 76, b"\xff\xff\0\0\xff\xff\0\0")
    yield "four billion frames", _replaced(clip, b"stsz", 8, b"\xff\xff\xff\xff")
    yield "four billion times", _replaced(clip, b"stts", 4, b"\xff\xff\xff\xff")
    yield "one endless frame", _replaced(clip, b"stts", 8, b"\0\0\0\1\xff\xff\xff\xff")
    yield "a thousand years", _replaced(clip, b"mdhd", 12, b"\0\0\0\1\xff\xff\xff\xff")
    yield "no time base", _replaced(clip, b"mdhd", 12, b"\0\0\0\0")
    yield "offsets outside", _replaced(clip, b"stco", 8, b"\xff\xff\xff\x00")
    yield "chunks of 4 billion", _replaced(clip, b"stsc", 12, b"\xff\xff\xff\xff")
    yield "box within itself", FTYP + box(b"moov", box(b"trak", b"") * 60_000)
    deep = b""
    for _ in range(2_000):
        deep = box(b"moov", deep)
    yield "boxes 2,000 deep", FTYP + deep


def with_box(data: bytes, path: tuple[bytes, ...], body: bytes) -> bytes:
    """Give the box at a path of kinds another body; all boxes around it grow or shrink with it."""
    whole, at = b"", 0
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        inner = data[at + 8 : at + length]
        if kind == path[0]:
            inner = body if len(path) == 1 else with_box(inner, path[1:], body)
        whole += box(kind, inner)
        at += length
    return whole


def _alias(link: str) -> bytes:
    """An alias record of the old Macintosh, which FFmpeg reads a path from."""
    name = link.encode()
    head = bytes(10) + b"\4" + b"disk".ljust(27, b"\0") + bytes(12) + b"\5"
    head += b"a.mp4".ljust(63, b"\0") + bytes(16) + struct.pack(">hh", 1, 1) + bytes(16)
    even = name + bytes(len(name) % 2)
    return head + struct.pack(">hh", 2, len(name)) + even + struct.pack(">hh", -1, 0) + bytes(40)


def _replaced(clip: bytes, kind: bytes, offset: int, data: bytes) -> bytes:
    at = clip.find(kind)
    if at < 0:
        raise ValueError(f"the clip has no {kind!r}")
    at += 4 + offset
    return clip[:at] + data + clip[at + len(data) :]


def _pictures(by_kind: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for side in (100_000, 0x7FFFFFFF, 30_000):
        yield f"png of {side}²", _png(side, side, b"\0" * 1_000)
    yield "png bomb", _png(6_000, 6_000, _packed_zeros(6_000, 3 * 6_000 + 1), packed=True)
    gif = by_kind[".gif"]
    yield "gif of 65,535²", gif[:6] + b"\xff\xff\xff\xff" + gif[10:]
    jpeg = by_kind[".jpg"]
    at = jpeg.find(b"\xff\xc0")
    yield "jpeg of 65,535²", jpeg[: at + 5] + b"\xff\xff\xff\xff" + jpeg[at + 9 :]
    webp = by_kind[".webp"]
    yield "webp of 16,383²", webp[:26] + b"\xff\x3f\xff\x3f" + webp[30:]


def _packed_zeros(rows: int, length: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(length)) for _ in range(rows)) + packer.flush()


def _archive() -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../clip.mp4", b"\0" * 1_000_000)
    return whole.getvalue()


def _png(width: int, height: int, data: bytes, packed: bool = False) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    body = data if packed else zlib.compress(data)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def _matroska_tricks(clip: bytes, url: str) -> Iterator[tuple[str, bytes]]:
    def element(tag: bytes, body: bytes) -> bytes:
        return tag + (1 << 56 | len(body)).to_bytes(8, "big") + body

    start = clip.find(b"\x15\x49\xa9\x66")
    linked = element(b"\x3e\xb9\x23", b"\x11" * 16) + element(b"\x3e\x83\xbb", url.encode())
    attached = element(b"\x46\x6e", url.encode()) + element(
        b"\x46\x5c", b"#EXTM3U\n" + url.encode()
    )
    for name, body in (
        ("linked segments", element(b"\x15\x49\xa9\x66", linked)),
        ("attachments", element(b"\x19\x41\xa4\x69", element(b"\x61\xa7", attached))),
        ("void of 8 exabytes", b"\xec\x01" + b"\x7f" * 7),
    ):
        yield f"matroska with {name}", clip[:start] + body + clip[start:]
