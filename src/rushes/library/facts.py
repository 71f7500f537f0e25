"""What the database knows of itself, as text by name.

=================== ==================================================================
``schema``          the schema's version, once more
``library_id``      names the library, for as long as it lives
``opening``         the token of the last opening for writing
``opened_at``       where the receipt of that opening begins in the log, bytes
``receipts_end``    how much of the log was told in this database, bytes
``evidence_from``   from where on the log has to be read to settle jobs; else not there
``older``           why this database is an older copy that has to be settled; else not there
``copy``            there in a backup, so that it never passes for the database itself
``media_elsewhere`` ``1`` when the media folder was a link or on a drive of its own
``traits``          by which rules the traits of all jobs were made; else not there
``traits_to``       up to which key they were made again, by which rules; else not there
``changed``         there when something changed that no backup has
``last_key``        highest key of a job that was removed: no other job gets it
=================== ==================================================================
"""

import apsw


def read_facts(connection: apsw.Connection) -> dict[str, str]:
    """Return all facts; raises apsw.Error."""
    rows = connection.execute("SELECT name, value FROM facts")
    return {str(name): str(value) for name, value in rows}


def write_facts(connection: apsw.Connection, **facts: str | int | None) -> None:
    """Write facts over those of their names; None takes one away. Raises apsw.Error."""
    for name, value in facts.items():
        if value is None:
            connection.execute("DELETE FROM facts WHERE name = ?", (name,))
        else:
            connection.execute(
                "INSERT INTO facts (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, str(value)),
            )


def number(facts: dict[str, str], name: str) -> int | None:
    """Return a fact as a whole number that is not negative, or None."""
    text = facts.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
