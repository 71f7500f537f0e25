"""Words too short for the index are found as if the index knew them, letter by letter."""

from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rushes.domain.job import Job
from rushes.domain.request import GenerationRequest
from rushes.domain.search.query import Where
from rushes.domain.states import JobState
from rushes.library.job_rows import insert_job
from rushes.library.schema import MIGRATIONS
from rushes.library.search.folding import _LETTERS, Folding
from rushes.library.search.words import Words


def _library(*prompts: str) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    for migration in MIGRATIONS:
        migration(connection)
    for key, prompt in enumerate(prompts, 1):
        request = GenerationRequest("a/b", {"prompt": prompt, "negative_prompt": prompt})
        insert_job(connection, Job(str(key), "s", key, request, JobState.READY, 1.0), key)
    return connection


def _found(connection: apsw.Connection, text: str) -> set[object]:
    keys = Words(connection).leaf([text], Where.PROMPT).keys
    return {row[0] for row in connection.execute(keys.text, keys.values)}


def test_letters_outside_of_those_looked_at_are_their_own() -> None:
    folding = Folding(apsw.Connection(":memory:"))
    looked_at = {code for letters in _LETTERS for code in letters}
    others = [
        code for code in range(1, 0x110000) if code not in looked_at and not 0xD800 <= code < 0xE000
    ]
    for start in range(0, len(others), 4096):
        text = "".join(map(chr, others[start : start + 4096]))
        assert folding.folded(text) == text


@pytest.mark.parametrize(
    "plain", ["e", "o", "]", "[", "^", "-", "*", "?", "\\", "%", "_", "'", '"']
)
def test_one_letter_is_found_with_any_accent_and_no_other(plain: str) -> None:
    folding = Folding(apsw.Connection(":memory:"))
    texts = [chr(code) for letters in _LETTERS for code in letters]
    some = [text for text in texts if folding.folded(text) == plain]
    others = [text for text in texts if folding.folded(text) != plain][:: len(texts) // 300]
    connection = _library(*some, *others)
    assert _found(connection, plain) == set(range(1, len(some) + 1))
    connection.close()


_letters = st.sampled_from("aàÀbBxσςΣœŁł-]^[*?%_\\'\"(0 👩🚀\u0301\u0308\u0327\ufe0f")
_texts = st.text(_letters, max_size=7) | st.text(max_size=5)


@settings(max_examples=150, deadline=None)
@given(st.lists(_texts, min_size=1, max_size=5), st.text(_letters, min_size=1, max_size=4))
def test_short_and_long_words_are_found_by_the_same_letters(prompts: list[str], asked: str) -> None:
    connection = _library(*prompts)
    folding = Folding(connection)
    stored = [str(row[0]) for row in connection.execute("SELECT prompt FROM jobs ORDER BY key")]
    wanted = folding.folded(asked)
    expected = {key for key, text in enumerate(stored, 1) if wanted in folding.folded(text)}
    assert _found(connection, asked) == expected
    connection.close()


def test_a_reading_connection_stays_closed_to_writing(tmp_path: Path) -> None:
    from rushes.library.database import open_for_reading, open_for_writing

    path = tmp_path / "rushes.db"
    open_for_writing(path, tmp_path).close()
    connection = open_for_reading(path)
    _found(connection, "ab")
    assert connection.pragma("query_only") == 1
    with pytest.raises(apsw.ReadOnlyError):
        connection.execute("DELETE FROM jobs")
    connection.close()
