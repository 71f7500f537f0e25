"""Faults of fetching a file, by name, with their steps as in a fault file."""

from rushes.domain.request import JsonValue
from rushes.simulator.faults.submit_presets import HTML, Table


def _download(*, at: JsonValue = None, ranged: bool | None = None, **fault: JsonValue) -> JsonValue:
    """A step; `at`: which of the calls for files of one request; `ranged`: those for a part."""
    return {
        "call": "download",
        **({} if at is None else {"request_count": at}),
        **({} if ranged is None else {"ranged": ranged}),
        "fault": fault,
    }


def _interrupted_then(**fault: JsonValue) -> tuple[JsonValue, ...]:
    """End the first transfer at half, so that the next asks for the rest; strike that one."""
    return (
        _download(at=1, cut_at={"body": 0.5}),
        {**_download(ranged=True, **fault), "times": 1},
    )


_M3U8 = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n$CANARY/segment.ts\n#EXT-X-ENDLIST\n"
_FFCONCAT = "ffconcat version 1.0\nfile '$CANARY/clip.mp4'\n"
_MPD = (
    '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
    "<BaseURL>$CANARY/</BaseURL></MPD>"
)
_HUGE = {"repeat": "\0", "bytes": 10**10}
_GONE = {"text": "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"}

DOWNLOAD: Table = {
    "download_refused_connection": (
        "nobody listens on the port of the media for 2 seconds, once",
        {**_download(do="refuse_connections", seconds=2), "times": 1},
    ),
    "download_reset_connecting": (
        "the connection is reset as soon as it opens, once",
        {**_download(when="connecting", do="reset"), "times": 1},
    ),
    "download_short": (
        "the first half of the file, announced as all of it, once",
        _download(at=1, body={"beginning": 0.5}),
    ),
    "download_closed_at_random": (
        "closed at a random byte, three times",
        _download(at=[1, 3], cut_at={"body": "random"}),
    ),
    "download_reset_at_random": (
        "reset at a random byte, three times",
        _download(at=[1, 3], cut_at={"body": "random"}, then="reset"),
    ),
    "download_no_length": ("the whole file without its length", _download(framing="no_length")),
    "download_no_length_cut": (
        "half of the file without its length, once",
        _download(at=1, framing="no_length", cut_at={"body": 0.5}),
    ),
    "download_chunked": ("the whole file in chunks", _download(framing="chunked")),
    "download_bad_chunk": (
        "a chunk whose size is no number, once",
        _download(at=1, framing="bad_chunk"),
    ),
    "download_longer_than_told": (
        "more bytes than were announced, once",
        _download(at=1, announced_bytes=100),
    ),
    "download_two_lengths": (
        "two different lengths, once",
        _download(at=1, headers={"Content-Length": ["10", "2000"]}),
    ),
    "download_gzip_bomb": (
        "10 GB of zeros, compressed, once",
        _download(at=1, body=_HUGE, gzip=True, framing="chunked"),
    ),
    "download_10_gb": ("10 GB, announced and sent", _download(body=_HUGE)),
    "download_10_gb_no_length": (
        "10 GB without their length",
        _download(body=_HUGE, framing="no_length"),
    ),
    "download_slow_drip": ("10 bytes a second, once", _download(at=1, body_rate=10)),
    "download_slow_headers": ("headers with 5 bytes a second, once", _download(at=1, head_rate=5)),
    "download_stall": (
        "half of the file, then nothing, once",
        _download(at=1, cut_at={"body": 0.5}, then="hang"),
    ),
    "download_hangs": ("no reply at all, once", _download(at=1, do="hang")),
    "download_endless_headers": (
        "headers without end, once",
        _download(at=1, header_filler_bytes=10**12),
    ),
    "download_endless_interim": (
        "103 Early Hints without end, once",
        _download(at=1, interim_replies=10**12),
    ),
    "download_wrong_type": (
        "the file as text/html, once",
        _download(at=1, headers={"Content-Type": "text/html"}),
    ),
    "download_no_type": ("the file without a type", _download(headers={"Content-Type": []})),
    "download_octet_stream": (
        "the file as binary/octet-stream",
        _download(headers={"Content-Type": "binary/octet-stream"}),
    ),
    "download_html_as_mp4": ("a page of HTML as video/mp4", _download(body={"text": HTML})),
    "download_m3u8_as_mp4": (
        "a playlist (m3u8) as video/mp4, which names the canary",
        _download(body={"text": _M3U8}),
    ),
    "download_ffconcat_as_mp4": (
        "a playlist (ffconcat) as video/mp4, which names the canary",
        _download(body={"text": _FFCONCAT}),
    ),
    "download_mpd_as_mp4": (
        "a playlist (MPD) as video/mp4, which names the canary",
        _download(body={"text": _MPD}),
    ),
    "download_empty": ("an empty file", _download(body={"text": ""})),
    "download_206_unasked": ("206 though no part was asked for, once", _download(at=1, status=206)),
    "download_206_wrong_range": (
        "ended at half; then 206 with another part than the one asked for",
        *_interrupted_then(status=206, headers={"Content-Range": "bytes 0-9/10"}),
    ),
    "download_206_no_range": (
        "ended at half; then 206 that does not say which part",
        *_interrupted_then(status=206, headers={"Content-Range": []}),
    ),
    "download_200_to_range": (
        "ended at half; then the whole with 200, though the rest was asked for",
        *_interrupted_then(ignores_range=True),
    ),
    "download_416": (
        "ended at half; then 416",
        *_interrupted_then(
            when="after_reading", status=416, headers={"Content-Range": "bytes */7"}
        ),
    ),
    "download_changed_etag": (
        "ended at half, under another ETag than the rest has",
        _download(at=1, cut_at={"body": 0.5}, headers={"ETag": '"another"'}),
    ),
    "download_weak_etag": (
        "ended at half, with an ETag that is too weak to go on by",
        _download(at=1, cut_at={"body": 0.5}, headers={"ETag": 'W/"weak"'}),
    ),
    "download_403_expired": (
        "403: the link has expired, for good",
        _download(when="after_reading", status=403, body=_GONE),
    ),
    "download_404": ("404 for good", _download(when="after_reading", status=404)),
    "download_403_once": (
        "403, once",
        _download(at=1, when="after_reading", status=403, body=_GONE),
    ),
    "download_503": ("503, three times", _download(at=[1, 3], when="after_reading", status=503)),
    "download_redirect_same_host": (
        "302 to the same link, once",
        _download(at=1, when="after_reading", status=302, headers={"Location": "$HERE"}),
    ),
    "download_redirect_loop": (
        "302 to the same link, without end",
        _download(when="after_reading", status=302, headers={"Location": "$HERE"}),
    ),
    "download_redirect_other_host": (
        "302 to the canary, which writes down what it gets",
        _download(when="after_reading", status=302, headers={"Location": "$CANARY/clip.mp4"}),
    ),
    "download_redirect_elsewhere": (
        "302 to a host that is not the service's",
        _download(
            when="after_reading",
            status=302,
            headers={"Location": "https://elsewhere.example/clip.mp4"},
        ),
    ),
    "download_redirect_nowhere": (
        "302 without a place to go to, once",
        _download(at=1, when="after_reading", status=302),
    ),
    "download_without_moov": (
        "an mp4 that ends before its moov",
        _download(body={"without_box": "moov"}),
    ),
    "download_without_mdat": (
        "an mp4 without its pictures",
        _download(body={"without_box": "mdat"}),
    ),
    "download_garbage": (
        "a hundred thousand bytes of no meaning as video/mp4",
        _download(body={"repeat": "\u00ff\u0001", "bytes": 100_000}),
    ),
}
