"""Texts too long to be shown whole: laying out a million characters takes seconds."""

LONGEST_SHOWN = 4_000
"""Characters of one text that are laid out at most; nobody reads more of them in a label."""


def shown_part(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return as much of a text as is shown, ending in "…" where a part is left out."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
