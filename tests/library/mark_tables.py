"""What the tables of a library say of marks, read beside the library and compared."""

from pathlib import Path

import apsw

from rushes.library.layout import Layout
from rushes.library.mark_json import read_notes, read_tags


def assert_tables_agree(root: Path) -> None:
    """What is looked for by words is what the rows of marks say, no more and no less."""
    connection = apsw.Connection(str(Layout(root).database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        tags, texts = set(), {}
        for key, tag_text, note_text in connection.execute(
            "SELECT job_key, tags, notes FROM marks"
        ):
            own, notes = read_tags(tag_text), read_notes(note_text)
            tags |= {(tag.casefold(), key, tag) for tag in own}
            if own or notes:
                texts[key] = [*own, *(note.text for note in notes)]
        found = set(connection.execute("SELECT tag, job_key, written FROM job_tags"))
        assert found == tags
        rows = {row[0] for row in connection.execute("SELECT id FROM remarks_docsize")}
        assert rows == texts.keys()
        connection.execute("PRAGMA integrity_check").fetchall()
        for key, own in texts.items():
            for text in own:
                # The index knows no piece of fewer than three letters.
                if len(text) >= 3 and "\0" not in text:
                    assert key in keys_with(connection, text), text
    finally:
        connection.close()


def keys_with(connection: apsw.Connection, text: str) -> set[int]:
    """Return the keys of the jobs in whose tags or notes a text is found."""
    phrase = '"' + text.replace('"', '""') + '"'
    rows = connection.execute("SELECT rowid FROM remarks WHERE remarks MATCH ?", (phrase,))
    return {int(row[0]) for row in rows}
