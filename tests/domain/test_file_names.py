"""Names of files that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.domain.file_names import file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Night tram, take 3", "Night tram, take 3"),
        ("Città: “alba”/tramonto?", "Città “alba” tramonto"),
        ("..\\..\\etc/passwd", "etc passwd"),
        ("ends with dots ...", "ends with dots"),
        ("CON", "_CON"),
        ("aux.mp4", "_aux.mp4"),
        ("con brio", "con brio"),
        ("\u202egnp.exe", "gnp.exe"),
        (" \n\t ", "clip"),
        ("", "clip"),
    ],
)
def test_a_name_says_what_it_can(words: str, name: str) -> None:
    assert file_name(words) == name


@given(st.text(max_size=400))
def test_any_words_make_a_name(words: str) -> None:
    name = file_name(words)
    assert name
    assert len(name.encode()) <= 161
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
    assert file_name(name) == name
