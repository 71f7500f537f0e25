"""The table of promises, as it is printed and as it stands in its document."""

from pathlib import Path

import pytest

from tests.faults import table
from tests.faults.contract import Promise, Reached


def row(*, holds: bool) -> table.Row:
    promise = Promise("a | b", "0 lost", 3, 30, lambda _, __: Reached("", True))
    return table.Row(promise, 3, 1.5, Reached("3 tried:\n0 lost", holds))


def test_a_line_is_one_row_of_markdown() -> None:
    assert table.line(row(holds=True)) == r"| a \| b | 0 lost | 3 tried: 0 lost | yes |"
    assert table.line(row(holds=False)).endswith("| **NO** |")


def test_the_table_takes_its_place_in_the_document_and_nothing_else(tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text(f"before\n{table.BEGIN}\nstale words\n{table.END}\nafter\n")
    table.write([row(holds=True)], "short", document)
    text = document.read_text()
    assert text.startswith(f"before\n{table.BEGIN}\n| promise |")
    assert text.endswith(f"{table.END}\nafter\n")
    assert "stale words" not in text
    assert "short form" in text
    once = text
    table.write([row(holds=True)], "short", document)
    assert document.read_text() == once
    document.write_text("no marks")
    with pytest.raises(ValueError, match="no place"):
        table.write([], "short", document)


def test_the_document_has_a_place_for_the_table() -> None:
    text = table.DOCUMENT.read_text("utf-8")
    assert text.index(table.BEGIN) < text.index(table.END)
