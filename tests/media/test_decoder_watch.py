"""A file in whose decoding the program died is opened again on a person's word alone."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rushes.domain.errors import MediaError, MediaKilledDecoder, MediaMissing
from rushes.media import decoder_watch
from rushes.media.cache_budget import CacheBudget
from rushes.media.clip_frames import ClipFrames
from rushes.media.decoder_record import RECORDS, DecoderRecord, files_in_hand
from rushes.media.decoder_watch import (
    is_suspect,
    start_watching,
    stop_watching,
    suspect,
    suspected_files,
    trust,
)
from rushes.media.file_mark import FileMark, mark_of
from rushes.media.frame_source import FrameSource
from rushes.media.probe import probe
from rushes.media.thumbnail import strip, thumbnail
from tests.media.clips import write_clip

PATIENCE = 20.0
DIED = pytest.mark.allow_log("the program died while it read (clip-[01].mp4|job.part)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "decoder"


@pytest.fixture(autouse=True)
def no_watch_left() -> Iterator[None]:
    yield
    stop_watching()


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    return [
        write_clip(tmp_path / f"clip-{number}.mp4", frames=4, width=272, height=96 + 16 * number)
        for number in range(3)
    ]


def die(place: str, how: str, folder: Path, *clips: Path) -> int:
    """Let a child die; returns how it ended."""
    program = [sys.executable, "-m", "tests.media.watched_child", place, how, str(folder)]
    done = subprocess.run(
        [*program, *map(str, clips)], capture_output=True, text=True, check=False, timeout=60
    )
    assert "dying" in done.stdout, done.stderr
    return done.returncode


WAYS: dict[str, Callable[[Path], object]] = {
    "probe": probe,
    "thumbnail": thumbnail,
    "strip": lambda path: list(strip(path, 3, 20)),
    "frames": FrameSource,
}


@DIED
@pytest.mark.parametrize("how", ["segv", "kill", "abort"])
def test_all_files_in_the_decoders_hands_are_suspects(
    how: str, folder: Path, clips: list[Path]
) -> None:
    assert die("in_decode", how, folder, *clips[:2]) < 0
    start_watching(folder)
    assert set(suspected_files()) == set(clips[:2])
    for path in clips[:2]:
        for way in WAYS.values():
            with pytest.raises(MediaKilledDecoder):
                way(path)
    for way in WAYS.values():
        way(clips[2])


@DIED
@pytest.mark.parametrize("place", ["in_open", "in_convert"])
def test_opening_and_converting_count_as_well(place: str, folder: Path, clips: list[Path]) -> None:
    die(place, "segv", folder, *clips)
    start_watching(folder)
    assert suspected_files() == (clips[0],)


@pytest.mark.parametrize("place", ["idle", "closed", "orderly"])
def test_nobody_is_accused_of_a_death_outside_of_the_decoder(
    place: str, folder: Path, clips: list[Path]
) -> None:
    die(place, "kill", folder, *clips)
    start_watching(folder)
    assert suspected_files() == ()
    assert len(list(folder.glob(RECORDS))) == 1, "only this process's own is left"
    assert probe(clips[0]).frames == 4


@DIED
def test_the_viewer_tells_it_as_any_other_error(folder: Path, clips: list[Path]) -> None:
    die("in_decode", "segv", folder, clips[0])
    start_watching(folder)
    told: list[MediaError] = []
    came = threading.Event()

    def on_error(error: MediaError) -> None:
        told.append(error)
        came.set()

    frames = ClipFrames(
        clips[0],
        CacheBudget(),
        on_opened=lambda *_: came.set(),
        on_picture=lambda _: None,
        on_error=on_error,
    )
    try:
        assert came.wait(PATIENCE)
    finally:
        frames.close()
        assert frames.join(PATIENCE)
    assert [type(error) for error in told] == [MediaKilledDecoder]
    assert told[0].code == "media_killed_decoder"


@DIED
def test_a_process_that_lives_is_left_alone(folder: Path, clips: list[Path]) -> None:
    program = [sys.executable, "-m", "tests.media.watched_child", "living", "-", str(folder)]
    with subprocess.Popen([*program, str(clips[0])], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "dying\n"
        start_watching(folder)
        assert suspected_files() == ()
        assert len(list(folder.glob(RECORDS))) == 2
        stop_watching()
        child.send_signal(signal.SIGKILL)
        child.wait(PATIENCE)
    start_watching(folder)
    assert suspected_files() == (clips[0],)


@DIED
def test_a_persons_word_is_kept(folder: Path, clips: list[Path]) -> None:
    die("in_decode", "segv", folder, *clips[:2])
    start_watching(folder)
    trust(clips[0])
    assert probe(clips[0]).frames == 4
    with pytest.raises(MediaKilledDecoder):
        probe(clips[1])
    stop_watching()
    start_watching(folder)
    assert not is_suspect(clips[0])
    assert is_suspect(clips[1])


@DIED
def test_a_trusted_file_that_kills_again_is_a_suspect_again(
    folder: Path, clips: list[Path]
) -> None:
    die("in_decode", "segv", folder, clips[0])
    start_watching(folder)
    trust(clips[0])
    stop_watching()
    die("in_decode", "segv", folder, clips[0])
    start_watching(folder)
    assert is_suspect(clips[0])


@DIED
def test_the_same_content_is_as_suspect_elsewhere_and_another_is_not(
    folder: Path, clips: list[Path], tmp_path: Path
) -> None:
    part = tmp_path / "job.part"
    shutil.copy(clips[0], part)
    die("in_open", "segv", folder, part)
    start_watching(folder)
    # The same bytes fetched once more, and the file moved into the library.
    part.unlink()
    shutil.copy(clips[0], part)
    for path in (part, clips[0]):
        with pytest.raises(MediaKilledDecoder):
            probe(path)
    # Other bytes under the old name.
    shutil.copy(clips[1], part)
    assert probe(part).frames == 4
    data = bytearray(clips[0].read_bytes())
    part.write_bytes(data + bytes([0, 0, 0, 8]) + b"free")
    assert probe(part).frames == 4


def test_a_suspicion_can_be_handed_on(folder: Path, clips: list[Path]) -> None:
    """Who changes a suspect, as by writing settings into it, says so."""
    start_watching(folder)
    suspect(clips[0])
    with pytest.raises(MediaKilledDecoder):
        probe(clips[0])
    stop_watching()
    start_watching(folder)
    assert is_suspect(clips[0])


def test_without_a_folder_nothing_is_recorded_or_refused(folder: Path, clips: list[Path]) -> None:
    die("in_decode", "segv", folder, clips[0])
    assert probe(clips[0]).frames == 4
    assert not is_suspect(clips[0])
    assert suspected_files() == ()


@DIED
def test_the_word_of_another_process_counts(folder: Path, clips: list[Path]) -> None:
    die("in_decode", "segv", folder, clips[0])
    start_watching(folder)
    program = (
        "import sys; from pathlib import Path; from rushes.media import decoder_watch as watch\n"
        "watch.start_watching(Path(sys.argv[1])); watch.trust(Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", program, str(folder), str(clips[0])], check=True)
    assert probe(clips[0]).frames == 4


@pytest.mark.allow_log("list of suspect files cannot be read", optional=True)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"[1]", b'[{"path": 3}]', b"nul"])
def test_a_broken_list_refuses_nothing_and_stops_nothing(
    content: bytes, folder: Path, clips: list[Path]
) -> None:
    folder.mkdir(parents=True)
    (folder / "suspects.json").write_bytes(content)
    start_watching(folder)
    assert probe(clips[0]).frames == 4
    suspect(clips[0])
    assert is_suspect(clips[0])
    assert json.loads((folder / "suspects.json").read_bytes())


@pytest.mark.parametrize("length", [0, 1, 8192, 9000, 200_000])
def test_a_broken_record_accuses_nobody_and_goes_away(length: int, folder: Path) -> None:
    folder.mkdir(parents=True)
    broken = folder / "decoder-1-1-00.record"
    broken.write_bytes((b"\1" + bytes(8191)) * (length // 8192) + b"\7" * (length % 8192))
    start_watching(folder)
    assert not broken.exists()
    assert len(suspected_files()) == 0


@DIED
@pytest.mark.allow_log("is not recorded", "cannot be written")
def test_a_folder_that_cannot_be_written_still_refuses(folder: Path, clips: list[Path]) -> None:
    die("in_decode", "segv", folder, clips[0])
    start_watching(folder)
    stop_watching()
    (folder / "lock").unlink()
    (folder / "lock").mkdir()
    start_watching(folder)
    with pytest.raises(MediaKilledDecoder):
        probe(clips[0])
    trust(clips[0])
    assert probe(clips[0]).frames == 4


@pytest.mark.allow_log("is not recorded", "list of suspect files cannot be read")
def test_a_folder_that_cannot_be_made_is_no_hindrance(
    tmp_path: Path, clips: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    start_watching(tmp_path / "file" / "state")
    assert probe(clips[0]).frames == 4
    assert "not recorded" in caplog.text


def test_a_file_that_is_gone_is_told_as_such(folder: Path, tmp_path: Path) -> None:
    start_watching(folder)
    for ask in (is_suspect, suspect, trust, probe):
        with pytest.raises(MediaMissing):
            ask(tmp_path / "gone.mp4")


def test_a_record_has_room_for_more_than_it_was_made_for(folder: Path) -> None:
    folder.mkdir(parents=True)
    record = DecoderRecord(folder)
    marks = [FileMark(Path(f"/clips/{number}.mp4"), number, bytes(16)) for number in range(60)]
    entries = [record.take() for _ in marks]
    for mark, entry in zip(marks, entries, strict=True):
        entry.name(mark)
        entry.enter()
    for entry in entries[:20]:
        record.give_back(entry)
    assert files_in_hand(record.path.read_bytes()) == marks[20:]
    again = record.take()
    again.name(marks[3])
    again.enter()
    assert set(files_in_hand(record.path.read_bytes())) == {marks[3], *marks[20:]}
    record.end()
    assert not record.path.exists()


@pytest.mark.parametrize(
    "name", ["Größe 漢字.mp4", os.fsdecode(b"\xff\xfe.mp4"), "a" * 200 + ".mp4", "line\nbreak.mp4"]
)
def test_any_name_is_recorded(name: str, folder: Path, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=2).rename(tmp_path / name)
    folder.mkdir(parents=True)
    record = DecoderRecord(folder)
    mark = mark_of(path)
    entry = record.take()
    entry.name(mark)
    entry.enter()
    assert files_in_hand(record.path.read_bytes()) == [mark]
    record.end()
    start_watching(folder)
    suspect(path)
    stop_watching()
    start_watching(folder)
    assert suspected_files() == (path,)


def test_holds_that_nobody_ended_are_given_back(folder: Path, clips: list[Path]) -> None:
    start_watching(folder)
    own = next(folder.glob(RECORDS))
    for _ in range(40):
        source: Any = FrameSource(clips[0])
        assert len(files_in_hand(own.read_bytes())) == 1
        source.close()
        assert files_in_hand(own.read_bytes()) == []
        with pytest.raises(MediaMissing):
            FrameSource(clips[0].with_name("gone.mp4"))
    assert own.stat().st_size == 128 * 1024
    decoder_watch.hold(clips[0])
    assert files_in_hand(own.read_bytes()) == []
