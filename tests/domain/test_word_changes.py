import random
import time

import pytest

from rushes.domain.word_changes import Span, WordChanges, word_changes

TRAM = "Night tram in the rain, a woman with a red umbrella waits at the stop"


def words_of(text: str, changes: WordChanges) -> list[str]:
    return [text[span.start : span.end] for span in changes.new]


def test_a_word_that_took_the_place_of_another() -> None:
    changes = word_changes(TRAM.replace("red", "black"), TRAM)
    assert words_of(TRAM, changes) == ["red"]
    assert changes.old == ("black",)


@pytest.mark.parametrize(
    ("before", "after", "new", "old"),
    [
        ("a cabin", "a cabin in the snow", ["in the snow"], ()),
        ("a cabin in the snow", "a cabin", [], ("in the snow",)),
        ("a cabin, dawn", "a cabin, dusk, fog", ["dusk, fog"], ("dawn",)),
        ("tram at dawn in fog", "bus at dusk in fog", ["bus", "dusk"], ("tram", "dawn")),
        ("two  words", " two\nwords ", [], ()),
        ("", "a cabin", ["a cabin"], ()),
        ("a cabin", "", [], ("a cabin",)),
        ("the dog's hat", "the cat's hat", ["cat's"], ("dog's",)),
        ("35 mm film", "35 mm film.", ["."], ()),
    ],
)
def test_what_is_new_and_what_is_gone(
    before: str, after: str, new: list[str], old: tuple[str, ...]
) -> None:
    changes = word_changes(before, after)
    assert words_of(after, changes) == new
    assert changes.old == old
    assert not changes.is_rewritten


def test_the_same_text_has_no_changes() -> None:
    assert word_changes(TRAM, TRAM) == WordChanges()


def test_another_text_altogether_is_one_part() -> None:
    before, after = "Harbour at blue hour, a ferry comes in", "Two foxes play under old oaks"
    assert word_changes(before, after) == WordChanges((Span(0, len(after)),), (before,), True)


def test_words_of_other_scripts_and_above_the_base_plane() -> None:
    after = "夜の 電車 😀 umbrella rossà"
    assert words_of(after, word_changes("夜の 電車 umbrella rossà", after)) == ["😀"]


def test_taking_the_new_words_out_and_putting_the_old_ones_in_leads_back() -> None:
    chance = random.Random(5)
    for _ in range(200):
        before = [chance.choice("abcdef") for _ in range(chance.randrange(1, 30))]
        after = [*before]
        for _ in range(chance.randrange(4)):
            after[chance.randrange(len(after))] = chance.choice("uvwxyz")
        changes = word_changes(" ".join(before), text := " ".join(after))
        if changes.is_rewritten:
            continue
        kept = [
            word
            for place, word in enumerate(text.split())
            if not any(span.start <= 2 * place < span.end for span in changes.new)
        ]
        gone = " ".join(changes.old).split()
        assert sorted(kept + gone) == sorted(before)


def test_very_long_texts_are_compared_in_no_time() -> None:
    long = " ".join(f"word{at % 7}" for at in range(20_000))
    other = " ".join(f"word{at % 5}" for at in range(20_000))
    began = time.perf_counter()
    word_changes(long, other)
    assert word_changes(long, f"{long} end").new
    assert time.perf_counter() - began < 1.0
