"""Short names for shots and takes, made from what sets them apart."""

import re

_LEADING_ARTICLE = re.compile(r"^(?:a|an|the|un|uno|una|il|lo|la|i|gli|le)\s+|^(?:un|l)['’]", re.I)
_CLAUSE_END = re.compile(r"[,.;:!?\n(\[{|]")
_SPACES = re.compile(r"\s+")
_LONGEST = 28


def shot_name(prompt: str) -> str:
    """Name a shot by the first clause of its prompt, without its article, 28 characters at most.

    Returns an empty string where the prompt has no words.
    """
    text = _SPACES.sub(" ", prompt).strip()
    text = _LEADING_ARTICLE.sub("", text)
    found = _CLAUSE_END.search(text)
    clause = text[: found.start()].strip() if found and found.start() > 0 else text
    if len(clause) > _LONGEST:
        clause = clause[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].rstrip()
    return clause[:1].upper() + clause[1:]
