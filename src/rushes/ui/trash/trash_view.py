"""Whether the trash is what is looked at."""

TRASH_QUERY = "is:trashed"
"""The query that finds what lies in the trash."""


def shows_trash(text: str) -> bool:
    """Tell whether a query finds jobs of the trash."""
    return TRASH_QUERY in text.casefold().split()
