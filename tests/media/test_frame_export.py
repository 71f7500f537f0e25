"""Frames as PNG files: the right one, exact, whole, and never over another picture."""

import errno
import os
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from rushes.domain.errors import FolderFull, FolderNotWritable, MediaUnreadable, PictureNotSaved
from rushes.media.frame_export import FrameExport, frame_name, frame_png
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter, Quality
from rushes.media.settings_box import embed_settings, read_settings
from rushes.media.whole_new_file import write_new_file
from tests.media.clips import numbered_image, read_number, write_clip, write_still


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "night tram.mp4"
    return write_clip(path, frames=31, options={"g": "12"})


def read_picture(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The pixels of a PNG: rows × columns × (blue, green, red, alpha)."""
    with FrameSource(path) as source:
        return Converter().picture(source.first_frame).array()


def test_every_frame_is_the_one_that_was_asked_for(clip: Path, tmp_path: Path) -> None:
    with FrameExport(clip) as export:
        for index in (30, 0, 17, 18, 5):
            path = export.write(index, tmp_path)
            assert path == tmp_path / f"night tram-{index + 1:04}.png"
            assert read_number(read_picture(path)) == index + 1


@pytest.mark.parametrize(
    "changes",
    [
        {"rotation": 90},
        {
            "pixel_format": "yuv420p10le",
            "codec": "libx265",
            "options": {"x265-params": "log-level=0"},
        },
        {"pixel_aspect": Fraction(4, 3)},
    ],
    ids=["turned", "10 bit", "oblong pixels"],
)
def test_a_picture_is_what_the_screen_shows_bit_by_bit(
    changes: dict[str, object], tmp_path: Path
) -> None:
    clip = write_clip(tmp_path / "clip.mp4", frames=3, **changes)
    with FrameSource(clip) as source:
        shown = Converter().picture(source.decode(2), None, Quality.FINE)
        assert (shown.width, shown.height) == source.decode(2).shown_size
    with FrameExport(clip) as export:
        written = read_picture(export.write(2, tmp_path))
    assert np.array_equal(written, shown.array())


def test_transparency_is_kept(tmp_path: Path) -> None:
    image = numbered_image(7)
    veil = np.linspace(0, 255, image.shape[1]).astype(np.uint8)
    seen = np.dstack([image, np.broadcast_to(veil, image.shape[:2])])
    still = write_still(tmp_path / "veil.png", seen, "png", "rgba")
    with FrameExport(still) as export:
        written = read_picture(export.write(0, tmp_path / "out"))
    assert np.array_equal(written[:, :, [2, 1, 0, 3]], seen)


def test_it_knows_its_clip_and_its_number(clip: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.mp4"
    own.write_bytes(clip.read_bytes())
    embed_settings(own, {"model": "a/b", "inputs": {"prompt": "città"}, "ai_generated": True})
    with FrameExport(own) as export:
        settings = read_settings(export.write(8, tmp_path))
    assert settings == {
        "rushes_settings": 1,
        "model": "a/b",
        "inputs": {"prompt": "città"},
        "ai_generated": True,
        "clip": "own.mp4",
        "frame": 9,
        "frames": 31,
    }
    with FrameExport(clip) as export:
        settings = read_settings(export.write(0, tmp_path))
    assert settings == {"rushes_settings": 1, "clip": clip.name, "frame": 1, "frames": 31}


def test_another_picture_is_never_replaced(clip: Path, tmp_path: Path) -> None:
    taken = tmp_path / "night tram-0005.png"
    taken.write_bytes(b"another picture")
    with FrameExport(clip) as export:
        assert export.write(4, tmp_path).name == "night tram-0005-2.png"
        # The same bytes once more are the file that is there.
        assert export.write(4, tmp_path).name == "night tram-0005-2.png"
    assert taken.read_bytes() == b"another picture"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "night tram-0005-2.png",
        "night tram-0005.png",
    ]


def test_a_file_system_without_second_names_takes_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    names = [write_new_file(tmp_path, "a.png", data).name for data in (b"1", b"2", b"1", b"2")]
    assert names == ["a.png", "a-2.png", "a.png", "a-2.png"]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, FolderFull),
        (errno.EDQUOT, FolderFull),
        (errno.EACCES, FolderNotWritable),
        (errno.EIO, PictureNotSaved),
    ],
)
def test_what_the_disk_refuses_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[PictureNotSaved]
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error) as caught:
        write_new_file(tmp_path, "a.png", b"data")
    assert type(caught.value) is error
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FolderNotWritable):
        write_new_file(tmp_path / "file", "a.png", b"data")


def test_a_frame_that_is_not_there_is_told(clip: Path) -> None:
    with pytest.raises(MediaUnreadable):
        frame_png(clip, 31)


def test_numbers_are_as_wide_as_the_last() -> None:
    assert frame_name("a/b", 42, 97) == "a b-0043.png"
    assert frame_name("a", 0, 123_456) == "a-000001.png"
