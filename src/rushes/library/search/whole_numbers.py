"""Many whole numbers out of the database at once."""

import apsw


def whole_numbers(cursor: apsw.Cursor) -> list[int]:
    """Return the one column of what a statement finds.

    apsw gives a list of many rows, a single value of one, None of none: the fastest way there is.
    """
    found = cursor.get
    if found is None:
        return []
    return found if isinstance(found, list) else [int(found)]
