"""The names of codecs as people write them."""

_NAMES = {
    "h264": "H.264",
    "hevc": "H.265",
    "vp8": "VP8",
    "vp9": "VP9",
    "av1": "AV1",
    "mjpeg": "JPEG",
    "png": "PNG",
    "webp": "WebP",
    "gif": "GIF",
}


def codec_words(codec: str) -> str:
    """Name a codec; one that is not known is named as in the file."""
    return _NAMES.get(codec, codec)
