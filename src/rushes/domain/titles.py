"""Short names for shots, takes and models, made from what sets them apart."""

import re
import unicodedata

_LEADING_ARTICLE = re.compile(r"^(?:a|an|the|un|uno|una|il|lo|la|i|gli|le)\s+|^(?:un|l)['’]", re.I)
_CLAUSE_END = re.compile(r"[,.;:!?\n(\[{|]")
_DASHED_VERSION = re.compile(r"(?<=\d)-(?=\d)")
_DASHES = re.compile(r"[-_]+")
_LONGEST = 32
_WORDS = 24
"""More words than a name can be made from, however short they are."""

_HANGING = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "at", "over", "under", "with", "and", "to", "from"),
        *("by", "for", "into", "di", "del", "della", "dei", "delle", "da", "dal", "con", "su"),
        *("sul", "sulla", "per", "tra", "fra", "e", "il", "lo", "la", "i", "gli", "le", "un"),
        *("una", "nel", "nella", "al", "alla"),
    )
)


def shot_name(prompt: str) -> str:
    """Name a shot by the first clause of its prompt, without its article, 32 characters at most.

    Returns an empty string where the prompt has no words.
    """
    # A long prompt costs no more than a short one: a library may ask for 100,000 names at once.
    text = " ".join(prompt.split(None, _WORDS)[:_WORDS])
    text = _LEADING_ARTICLE.sub("", text)
    found = _CLAUSE_END.search(text)
    clause = text[: found.start()].strip() if found and found.start() > 0 else text
    if len(clause) > _LONGEST:
        words = clause[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].split()
        # A name does not end in the middle of a phrase.
        while len(words) > 1 and words[-1].lower() in _HANGING:
            words.pop()
        clause = " ".join(words)
    return clause[:1].upper() + clause[1:]


def model_title(model_id: str) -> str:
    """The name in a model's id, as "Wan 2.1"; text from outside."""
    words = _DASHED_VERSION.sub(".", model_id.split("/")[1] if "/" in model_id else model_id)
    words = _DASHES.sub(" ", words)
    return words[:1].upper() + words[1:]


def sorting_text(title: str) -> str:
    """Return that by which titles are sorted: letters without case and accents."""
    if title.isascii():
        return title.casefold()
    parts = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
