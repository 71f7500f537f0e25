"""A library beside the program is the one of a run that names no other."""

import sys
from pathlib import Path

import pytest

from rushes.engine.configuration import configure
from rushes.engine.portable import FOLDER, MARK, place_for_portable, program_folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed program in a folder of its own."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "rushes"))
    return folder


def test_it_is_used_when_it_is_there(program: Path) -> None:
    assert configure(environment={}).library != program / FOLDER
    (program / FOLDER).mkdir()
    assert configure(environment={}).library != program / FOLDER
    (program / FOLDER / "rushes.db").touch()
    assert configure(environment={}).library == program / FOLDER
    assert configure("/elsewhere", environment={}).library == Path("/elsewhere")
    assert configure(environment={"RUSHES_LIBRARY": "/other"}).library == Path("/other")
    assert configure(environment={}, demo=True).library != program / FOLDER


def test_a_file_beside_the_program_asks_for_one(program: Path) -> None:
    (program / MARK).touch()
    assert configure(environment={}).library == program / FOLDER
    assert place_for_portable(program_folder({})) == program / FOLDER


def test_of_an_image_it_lies_beside_that_and_from_source_nowhere(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program_folder({"APPIMAGE": str(tmp_path / "R.AppImage")}) == tmp_path
    app = tmp_path / "apps" / "Rushes.app" / "Contents" / "MacOS" / "rushes"
    monkeypatch.setattr(sys, "executable", str(app))
    assert program_folder({}) == tmp_path / "apps"
    monkeypatch.delattr(sys, "frozen")
    assert program_folder({}) is None
