"""Names for files that every system takes: Windows, macOS, Linux, and drives of any of them."""

import re
import unicodedata

_MOST_BYTES = 160
"""Room for an ending and a number within the 255 bytes that file systems allow."""

# Microsoft, "Naming Files, Paths, and Namespaces": reserved signs and names. Marks that turn the
# direction of writing would make an ending look like another one.
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_SPACES = re.compile(r"\s+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)


def file_name(words: str, *, otherwise: str = "clip") -> str:
    """Return *words* as the name of a file, without an ending.

    What some system refuses becomes a blank; a name that is too long is cut between characters.
    Where nothing is left, *otherwise* is the name.
    """
    # Halves of surrogate pairs stand for bytes that are no text.
    text = unicodedata.normalize("NFC", words.encode("utf-8", "replace").decode())
    text = _SPACES.sub(" ", _REFUSED.sub(" ", text)).strip(" .")
    cut = text.encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip(" .")
    if not cut:
        return otherwise
    return f"_{cut}" if _DEVICES.fullmatch(cut) else cut
