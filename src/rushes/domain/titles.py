"""Short names for shots and takes, made from what sets them apart."""

import re

_LEADING_ARTICLE = re.compile(r"^(?:a|an|the|un|uno|una|il|lo|la|i|gli|le)\s+|^(?:un|l)['’]", re.I)
_CLAUSE_END = re.compile(r"[,.;:!?\n(\[{|]")
_SPACES = re.compile(r"\s+")
_LONGEST = 32
_HANGING = re.compile(
    r"(?:\s+(?:a|an|the|of|in|on|at|over|under|with|and|to|from|by|for|into"
    r"|di|del|della|dei|delle|da|dal|con|su|sul|sulla|per|tra|fra|e|il|lo|la|i|gli|le|un|una"
    r"|nel|nella|al|alla))+$",
    re.I,
)


def shot_name(prompt: str) -> str:
    """Name a shot by the first clause of its prompt, without its article, 32 characters at most.

    Returns an empty string where the prompt has no words.
    """
    text = _SPACES.sub(" ", prompt).strip()
    text = _LEADING_ARTICLE.sub("", text)
    found = _CLAUSE_END.search(text)
    clause = text[: found.start()].strip() if found and found.start() > 0 else text
    if len(clause) > _LONGEST:
        clause = clause[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].rstrip()
        # A name does not end in the middle of a phrase.
        clause = _HANGING.sub("", clause)
    return clause[:1].upper() + clause[1:]
