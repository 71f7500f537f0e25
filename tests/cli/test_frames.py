"""`rushes frames`: exactly the frames that are named, or none."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rushes.cli.frames import FrameSpan, indexes_of, read_spans
from rushes.cli.output import BadInput
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter
from tests.cli.commands import Commands
from tests.media.clips import read_number, write_clip


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "tram.mp4"
    return write_clip(path, frames=97, options={"g": "24"})


def rushes(*arguments: str, library: Path | None = None) -> "subprocess.CompletedProcess[str]":
    variables = {**os.environ, "RUSHES_LIBRARY": str(library or "/nowhere/library")}
    return subprocess.run(
        [sys.executable, "-m", "rushes", "frames", *arguments],
        env=variables, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def number_of(path: Path) -> int:
    with FrameSource(path) as source:
        return read_number(Converter().picture(source.first_frame).array())


def test_exactly_those_frames_are_written(clip: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    done = rushes(str(clip), "--at", "97,1,43,80-96:8,1", "--to", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    wanted = [1, 43, 80, 88, 96, 97]
    paths = [out / f"tram-{number:04}.png" for number in wanted]
    assert done.stdout.splitlines() == [str(path) for path in paths]
    assert sorted(out.iterdir()) == paths
    assert [number_of(path) for path in paths] == wanted
    again = rushes(str(clip), "--at", "first,last", "--to", str(out), "--json")
    lines = [json.loads(line) for line in again.stdout.splitlines()]
    assert lines == [
        {"frame": 1, "path": str(paths[0])},
        {"frame": 97, "path": str(paths[-1])},
    ]
    assert sorted(out.iterdir()) == paths


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("1,98", "there is no frame 98: the clip has 97 frames"),
        ("0", "frames count from 1"),
        ("20-10", "20-10 goes backwards"),
        ("43,here", "“here” is neither a frame’s number"),
        ("1-97:0", "goes on by no frame"),
        ("1-99999999999999", "there is no frame 99999999999999"),
    ],
)
def test_a_frame_that_is_not_there_has_nothing_written(
    clip: Path, tmp_path: Path, at: str, said: str
) -> None:
    done = rushes(str(clip), "--at", at, "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_read_or_written_is_told(clip: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(clip.read_bytes()[:900])
    done = rushes(str(broken), "--at", "1", "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot read" in done.stderr
    done = rushes(str(clip), "--at", "1", "--to", str(broken))
    assert (done.returncode, done.stdout) == (1, "")
    assert "its folder cannot be written in" in done.stderr
    done = rushes("no-such-clip", "--at", "1", "--to", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "There is no file no-such-clip" in done.stderr


def test_a_job_is_named_by_its_id_or_how_that_begins(commands: Commands, tmp_path: Path) -> None:
    _, lines, _ = commands.generate("--set", "num_frames=9", "--takes", "2")
    job = lines[-1]
    library = commands.folder / "library"
    out = tmp_path / "out"
    for name in (job["id"], job["id"][:-1]):
        done = rushes(name, "--at", "last", "--to", str(out), library=library)
        assert (done.returncode, done.stderr) == (0, "")
        (path,) = out.iterdir()
        assert path.name == f"{Path(job['files'][0]).stem}-0009.png"
    done = rushes(job["id"][:4], "--at", "1", "--to", str(out), library=library)
    assert (done.returncode, "Several jobs begin with" in done.stderr) == (2, True)
    done = rushes("zzz", "--at", "1", "--to", str(out), library=library)
    assert (done.returncode, "no job zzz" in done.stderr) == (2, True)
    shutil.move(job["files"][0], tmp_path / "away.mp4")
    done = rushes(job["id"], "--at", "1", "--to", str(out), library=library)
    assert done.returncode == 1
    assert "The file is not where it was" in done.stderr


def test_words_of_a_wish_are_read() -> None:
    assert read_spans("1, 43") == [FrameSpan(1, 1), FrameSpan(43, 43)]
    assert read_spans("first-last:8") == [FrameSpan(1, None, 8)]
    assert indexes_of(read_spans("Last,1-9:4"), 97) == [0, 4, 8, 96]
    assert indexes_of(read_spans("1"), 1) == [0]
    with pytest.raises(BadInput, match="has 1 frame\\."):
        indexes_of(read_spans("2"), 1)
