"""Words of a query as SQL: in prompts, tags and notes, and in the inputs of requests."""

from collections.abc import Sequence

import apsw

from rushes.domain.search.query import InputIs, Where
from rushes.domain.search.values import number_of
from rushes.library.search import leaves
from rushes.library.search.folding import Folding
from rushes.library.search.leaves import KEY, Leaf, Sql
from rushes.library.search.vocabulary import Vocabulary

SHORTEST_INDEXED = 3
"""Letters, folded, of the shortest word that the index finds."""

_HOLDS = "rushes_holds"
_YES = frozenset({"true", "yes", "on", "1", "sì", "si", "vero"})
_NO = frozenset({"false", "no", "off", "0", "falso"})


class Words:
    """Finds words in a library.

    Args:
        connection: reads the library; gets a function for texts that no pattern fits.

    Attributes:
        connection: see above.
        folding: folds as the index does.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.folding = Folding(connection)
        self._vocabulary = Vocabulary(connection)
        connection.create_scalar_function(_HOLDS, self._holds, 2, deterministic=True)

    def is_indexed(self, text: str) -> bool:
        """Tell whether the index finds a text; it knows no shorter ones than three letters."""
        return len(text) >= SHORTEST_INDEXED and len(self.folding.folded(text)) >= SHORTEST_INDEXED

    def leaf(self, texts: Sequence[str], where: Where) -> Leaf:
        """Return the jobs that hold all of the texts, each anywhere where words are looked for.

        More than one text has to be in the index, each of them.
        """
        if not self.is_indexed(texts[0]):
            return self._short(self.folding.folded(texts[0]), where)
        match where:
            case Where.PROMPT:
                return Leaf(_matching("words", _phrases(" AND ", texts)))
            case Where.NOTES:
                return Leaf(_matching("remarks", f"notes : ({_phrases(' AND ', texts)})"))
        prompts = _matching("words", _phrases(" AND ", texts))
        # What the prompt has not may be in the tags or the notes, which few jobs have.
        remarks = _matching("remarks", _phrases(" OR ", texts))
        if len(texts) == 1:
            keys = Sql(f"{prompts.text} UNION ALL {remarks.text}", prompts.values + remarks.values)
            return Leaf(keys, repeats=True)
        either = [_either(text) for text in texts]
        keys = Sql(
            f"{prompts.text} UNION ALL SELECT {KEY} FROM ({remarks.text}) AS found WHERE "
            + " AND ".join(f"({each.text})" for each in either),
            prompts.values + remarks.values + tuple(v for each in either for v in each.values),
        )
        return Leaf(keys, repeats=True)

    def input_leaf(self, term: InputIs) -> Leaf:
        """Return the jobs of which an input is so."""
        if term.span is not None:
            inside = leaves.in_span("CAST(item.value AS REAL)", term.span)
            test = Sql(
                f"item.type IN ('integer', 'real') AND {inside.text} OR item.type = 'text' "
                "AND item.value GLOB '[0-9]*' AND item.value NOT GLOB '*[^0-9.]*' "
                f"AND {inside.text}",
                inside.values * 2,
            )
        else:
            test = self._input_is(term.text or "")
        # Of a list these are its parts, of anything else it is the only one.
        parts = "EXISTS (SELECT 1 FROM json_each(inputs, ?) AS item WHERE "
        path = '$."' + term.name.replace('"', "") + '"'
        return leaves.scanned(Sql(f"{parts}{test.text})", (path, *test.values)))

    def _input_is(self, text: str) -> Sql:
        held = self._held_folded("item.value", self.folding.folded(text))
        number, word = number_of(text), text.strip().lower()
        return Sql(
            f"CASE item.type WHEN 'text' THEN ({held.text}) WHEN 'true' THEN ? "
            "WHEN 'false' THEN ? WHEN 'integer' THEN item.value = ? "
            "WHEN 'real' THEN item.value = ? ELSE 0 END",
            (
                *held.values,
                *(int(word in _YES), int(word in _NO)),
                *((float(number) if number is not None else None,) * 2),
            ),
        )

    def _short(self, folded: str, where: Where) -> Leaf:
        """Return the jobs that hold a text which the index cannot find."""
        prompt = self._held_folded("prompt", folded)
        in_prompt = self._short_prompts(folded, prompt)
        notes = self._held_folded("item.value ->> 1", folded)
        tags = self._held_folded("written", folded)
        in_notes = (
            "SELECT job_key AS key FROM marks WHERE notes <> '[]' AND EXISTS "
            f"(SELECT 1 FROM json_each(notes) AS item WHERE {notes.text})"
        )
        match where:
            case Where.PROMPT:
                return Leaf(in_prompt, prompt, repeats=True)
            case Where.NOTES:
                return Leaf(Sql(in_notes, notes.values))
        in_tags = (
            "SELECT job_key FROM job_tags WHERE tag IN "
            f"(SELECT DISTINCT tag FROM job_tags WHERE {tags.text})"
        )
        return Leaf(
            Sql(
                f"{in_prompt.text} UNION ALL {in_notes} UNION ALL {in_tags}",
                in_prompt.values + notes.values + tags.values,
            ),
            repeats=True,
        )

    def _short_prompts(self, folded: str, held: Sql) -> Sql:
        if len(folded) < SHORTEST_INDEXED - 1:
            return Sql(f"SELECT key FROM jobs WHERE {held.text}", held.values)
        pieces = self._vocabulary.pieces_with(folded)
        if pieces is None:
            return Sql(f"SELECT key FROM jobs WHERE {held.text}", held.values)
        # A prompt of fewer letters than a piece has is in the index without any.
        tiny = "SELECT id FROM words_docsize WHERE sz = x'00'"
        tiny_prompts = f"SELECT key FROM jobs WHERE key IN ({tiny}) AND ({held.text})"
        if not pieces:
            return Sql(tiny_prompts, held.values)
        indexed = _matching("words", _phrases(" OR ", pieces))
        return Sql(f"{indexed.text} UNION ALL {tiny_prompts}", indexed.values + held.values)

    def _held_folded(self, expression: str, folded: str) -> Sql:
        """Return the condition that a text holds a folded one; like the index, but row by row."""
        pattern = self.folding.pattern(folded)
        if pattern is None:
            return Sql(f"{_HOLDS}({expression}, ?)", (folded,))
        # Marks that the index drops may stand between the letters: no pattern says that.
        return Sql(
            f"{expression} LIKE ? ESCAPE '\\' OR {expression} GLOB ? "
            f"OR ({expression} GLOB ? AND {_HOLDS}({expression}, ?))",
            (_like(folded), pattern, self.folding.dropped_pattern(), folded),
        )

    def _holds(self, *arguments: "apsw.SQLiteValue") -> bool:
        text, folded = arguments
        return isinstance(text, str) and str(folded) in self.folding.folded(text)


def _like(folded: str) -> str:
    """Return the pattern that most texts with a folded one fit, and no others: the fast way."""
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _phrases(between: str, texts: Sequence[str]) -> str:
    """Return texts in the language of the index: all in quotes, so that nothing is a sign."""
    return between.join('"' + text.replace('"', '""') + '"' for text in texts)


def _matching(table: str, expression: str) -> Sql:
    # With the plus it is no key to look up by: the index would be asked anew for each job.
    return Sql(f"SELECT +rowid AS key FROM {table} WHERE {table} MATCH ?", (expression,))


def _either(text: str) -> Sql:
    remarks, prompts = (_matching(table, _phrases("", [text])) for table in ("remarks", "words"))
    return Sql(
        f"{KEY} IN ({remarks.text}) OR {KEY} IN ({prompts.text})", remarks.values + prompts.values
    )
