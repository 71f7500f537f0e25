"""Letters without case and accents, exactly as the index of words has them.

Words of three letters and more are found in the index; what is shorter is not, and is looked for
in the texts themselves. Both have to agree on which letters are the same, so the index's own
tokenizer says it here.
"""

from collections.abc import Iterator

import apsw

_AT_ONCE = 256
_LETTERS = (
    range(0x1, 0x3000),
    range(0xA640, 0xAC00),
    range(0xF900, 0x10000),
    range(0x10400, 0x10500),
)
"""Where letters stand that the tokenizer takes for others."""

_BLANK = "  "
_LONGEST_PATTERN = 20_000
_OWN_MEANING = "*?["


class Folding:
    """Folds texts as the index of a library's words does.

    Args:
        connection: any connection; the calls belong on its thread.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._tokenize = connection.fts5_tokenizer("trigram", ["remove_diacritics", "1"])

    def folded(self, text: str) -> str:
        """Return a text as the index has it: marks that are dropped are not in it."""
        # Each letter begins one piece of three; the blanks let the last two do so.
        pieces = self._tokenize(
            (text + _BLANK).encode(),
            apsw.FTS5_TOKENIZE_DOCUMENT,
            None,
            include_offsets=False,
            include_colocated=False,
        )
        return "".join(str(piece)[0] for piece in pieces)

    def pattern(self, folded: str) -> str | None:
        """Return a GLOB pattern for texts that hold a folded one, but for dropped marks within.

        None for one that is too long for a pattern.
        """
        alike = _letters_alike(self)
        signs = [_sign(alike.get(letter, letter)) for letter in folded]
        pattern = f"*{''.join(signs)}*"
        return pattern if len(pattern) < _LONGEST_PATTERN else None

    def dropped_pattern(self) -> str:
        """Return a GLOB pattern for texts with marks that the index drops."""
        return f"*{_sign(_letters_alike(self)[''])}*"


_alike: dict[str, str] = {}


def _letters_alike(folding: Folding) -> dict[str, str]:
    """Return all letters that fold to one, by that one; under "" those that are dropped."""
    if not _alike:
        found: dict[str, str] = {}
        for letter, folded in _folded_letters(folding):
            found[folded] = found.get(folded, "") + letter
        _alike.update(found)
    return _alike


def _folded_letters(folding: Folding) -> Iterator[tuple[str, str]]:
    for letters in _LETTERS:
        for start in range(letters.start, letters.stop, _AT_ONCE):
            some = [chr(code) for code in range(start, min(start + _AT_ONCE, letters.stop))]
            # A blank before each letter; where one is dropped, the rest stand no longer in step.
            folded = folding.folded("".join(f" {letter}" for letter in some))
            if len(folded) == 2 * len(some):
                yield from zip(some, folded[1::2], strict=True)
            else:
                yield from ((letter, folding.folded(letter)) for letter in some)


def _sign(letters: str) -> str:
    """Return the part of a GLOB pattern that stands for one of these letters."""
    if len(letters) == 1 and letters not in _OWN_MEANING:
        return letters
    return f"[{letters}]"
