"""Texts of a million characters, and letters that Qt counts as two, in labels and tips."""

import time

import pytest
from pytestqt.qtbot import QtBot

from rushes.ui.components.elided_label import ElidedLabel
from rushes.ui.components.long_texts import LONGEST_SHOWN, shown_part
from rushes.ui.components.text_label import TextLabel
from rushes.ui.components.tool_tips import plain_tool_tip
from rushes.ui.take_info.two_lines import TwoLines

LONG = "x" * 1_000_000


def test_a_short_text_is_whole() -> None:
    assert shown_part("a" * LONGEST_SHOWN) == "a" * LONGEST_SHOWN
    assert shown_part("abcdef", 4) == "abc…"


@pytest.mark.parametrize("text", [LONG, "word " * 200_000, "👩‍👧" * 300_000])
def test_a_million_characters_are_shown_at_once(qtbot: QtBot, dark: None, text: str) -> None:
    label, elided, lines = TextLabel(wrap=True), ElidedLabel(), TwoLines()
    begun = time.monotonic()
    for widget in (label, elided, lines):
        qtbot.addWidget(widget)
        widget.resize(300, 40)
        (lines.set_text if widget is lines else widget.setText)(text)
        widget.grab()
    # Whole, the first of them took a minute and a half.
    assert time.monotonic() - begun < 10
    assert label.text() == text
    assert len(plain_tool_tip(text)) < 10_000


def test_two_lines_hold_letters_that_count_as_two(qtbot: QtBot, dark: None) -> None:
    lines = TwoLines()
    qtbot.addWidget(lines)
    lines.resize(200, 40)
    lines.set_text("🎬🎬🎬 🎬🎬🎬 🎬🎬🎬 🎬🎬🎬 a lighthouse in the storm at night")
    first, second = lines.lines()
    assert first.startswith("🎬🎬🎬")
    whole = (first + second.rstrip("…")).replace(" ", "")
    assert ("🎬" * 12 + "alighthouseinthestormatnight").startswith(whole)
    assert "light" in whole
