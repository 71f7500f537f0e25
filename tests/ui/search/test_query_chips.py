import pytest

from rushes.ui.search.query_chips import chip_label, chips_of, finish_parts
from rushes.ui.search.query_text import read, understood_text, with_part, without_part

ALL = 'cabin -rain rating:>=3 album:"Night shots" fog'


@pytest.mark.parametrize(
    ("text", "chips", "rest"),
    [
        (ALL, ("-rain", "rating:>=3", 'album:"Night shots"'), "cabin fog"),
        ("is:pick OR cabin", (), "is:pick OR cabin"),
        ("is:pick (a OR b)", ("is:pick",), "(a OR b)"),
        ("rating:six is:pick", ("is:pick",), "rating:six"),
        ('tag:"night', (), 'tag:"night'),
        ("", (), ""),
    ],
)
def test_parts_that_have_to_hold_are_chips(text: str, chips: tuple[str, ...], rest: str) -> None:
    assert chips_of(text) == (chips, rest)


@pytest.mark.parametrize("text", [ALL, "is:pick NOT rain", "a is:pick OR b", "-(a b) is:seen c"])
def test_chips_before_the_text_ask_for_the_same(text: str) -> None:
    chips, rest = chips_of(text)
    again = read(" ".join((*chips, rest)))
    assert again.problem is None
    assert sorted(map(repr, again.terms)) == sorted(map(repr, read(text).terms))


def test_what_is_being_typed_is_no_chip_yet() -> None:
    assert finish_parts((), "is:pick", 7) == ((), "is:pick", 7)
    assert finish_parts((), "is:pick ", 8) == (("is:pick",), "", 0)
    assert finish_parts((), "cabin -rain fo", 14) == (("-rain",), "cabin fo", 8)
    assert finish_parts((), "cab is:pick in", 3) == (("is:pick",), "cab in", 3)


def test_an_or_takes_the_chips_back_into_the_text() -> None:
    assert finish_parts(("is:pick",), "OR r", 4) == ((), "is:pick OR r", 12)


def test_chips_are_labelled_as_people_write_it() -> None:
    labels = {
        "rating:>=3": "rating ≥ 3",
        "-rain": "not rain",
        "NOT rain": "not rain",
        '-"a b"': "not a b",
        'album:"Night shots"': "album:Night shots",
        "is:pick": "is:pick",
    }
    assert {source: chip_label(source) for source in labels} == labels


def test_a_part_comes_and_goes_however_it_is_written() -> None:
    assert with_part("cabin", "is:pick") == "cabin is:pick"
    assert with_part("cabin is:picked", "is:pick") == "cabin is:picked"
    assert without_part("cabin is:picked fog", "is:pick") == "cabin fog"
    widened = with_part("a OR b", "is:pick")
    assert len(read(widened).terms) == 2


def test_of_a_wrong_query_the_rest_is_looked_for() -> None:
    assert understood_text("cabin rating:six -rain") == "cabin -rain"
    assert understood_text("rating:six") == ""
    assert understood_text(" cabin ") == "cabin"
