"""Thumbnails and the row of pictures along a timeline."""

from itertools import islice
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from rushes.domain.errors import MediaUnreadable
from rushes.media.frame_source import FrameSource
from rushes.media.picture import Converter
from rushes.media.probe import probe
from rushes.media.thumbnail import is_black, jpeg, strip, thumbnail
from tests.media import clips
from tests.media.clips import numbered_image, read_number, write_clip, write_still


def shown(data: bytes, tmp_path: Path) -> np.ndarray[Any, Any]:
    path = tmp_path / "thumbnail.jpg"
    path.write_bytes(data)
    assert probe(path).codec == "mjpeg"
    with FrameSource(path) as source:
        return Converter().picture(source.decode(0)).array()


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"width": 272, "height": 96}, (320, 113)),
        ({"width": 272, "height": 544}, (90, 180)),
        ({"width": 272, "height": 96, "rotation": 90}, (64, 180)),
        ({"width": 1280, "height": 720, "frames": 3}, (320, 180)),
    ],
)
def test_a_thumbnail_fits_its_box(
    changes: dict[str, Any], size: tuple[int, int], tmp_path: Path
) -> None:
    image = shown(thumbnail(write_clip(tmp_path / "clip.mp4", **changes)), tmp_path)
    assert (image.shape[1], image.shape[0]) == size


def test_it_is_the_frame_that_was_asked_for_or_one_a_third_in(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=30, options={"g": "500"})
    box = {"width": 544, "height": 192}
    assert read_number(shown(thumbnail(path, **box, at=17), tmp_path), 2.0) == 18
    assert read_number(shown(thumbnail(path, **box), tmp_path), 2.0) == 11
    with pytest.raises(IndexError):
        thumbnail(path, at=30)


def test_a_black_frame_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mostly_black(number: int, width: int, height: int) -> clips.Image:
        image = numbered_image(number, width, height)
        return image if number > 22 else np.zeros_like(image)

    monkeypatch.setattr(clips, "numbered_image", mostly_black)
    path = write_clip(tmp_path / "clip.mp4", frames=30, options={"g": "1"})
    with FrameSource(path) as source:
        assert is_black(source.decode(3))
        assert not is_black(source.decode(25))
    assert shown(thumbnail(path), tmp_path)[:, :, :3].max() > 200


def test_a_clip_that_is_black_throughout_has_a_thumbnail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        clips, "numbered_image", lambda _number, width, height: np.zeros((height, width, 3), "u1")
    )
    image = shown(thumbnail(write_clip(tmp_path / "clip.mp4")), tmp_path)
    assert image[:, :, :3].max() < 10


def test_colours_survive(tmp_path: Path) -> None:
    image = np.zeros((180, 320, 3), np.uint8)
    image[:] = (200, 40, 90)
    path = write_still(tmp_path / "still.png", image, "png", "rgb24")
    got = shown(thumbnail(path), tmp_path)[90, 160, 2::-1].astype(int)
    assert np.abs(got - (200, 40, 90)).max() <= 4


def test_what_is_transparent_becomes_black(tmp_path: Path) -> None:
    image = np.full((96, 272, 4), 255, np.uint8)
    image[:, :136, 3] = 0
    path = write_still(tmp_path / "still.png", image, "png", "rgba")
    got = shown(thumbnail(path, 272, 96), tmp_path)
    assert got[48, 20, :3].max() < 12
    assert got[48, 250, :3].min() > 240


def test_a_thumbnail_is_small(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", width=1280, height=720, frames=2)
    assert len(thumbnail(path)) < 40_000


@pytest.mark.parametrize(("frames", "count", "key"), [(48, 6, "500"), (48, 6, "4"), (3, 10, "8")])
def test_a_strip_is_spread_evenly(frames: int, count: int, key: str, tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=frames, options={"g": key, "crf": "15"})
    pictures = list(strip(path, count, 96))
    number = min(count, frames)
    assert len(pictures) == number
    for part, picture in enumerate(pictures):
        assert part * frames // number <= picture.index < (part + 1) * frames // number
        assert (picture.width, picture.height) == (272, 96)
        assert read_number(picture.array()) == picture.index + 1


def test_a_strip_can_be_left_half_way(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=20)
    assert [picture.index for picture in islice(strip(path, 10, 20), 2)] == [0, 3]


def test_broken_files_have_no_thumbnail(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(MediaUnreadable):
        thumbnail(path)
    with pytest.raises(MediaUnreadable):
        next(strip(path, 4, 20))


def test_a_jpeg_of_any_size_can_be_read_by_others(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=1)
    with FrameSource(path) as source:
        for size in ((1, 1), (17, 5), (320, 180)):
            data = jpeg(Converter().picture(source.decode(0), size))
            (tmp_path / "x.jpg").write_bytes(data)
            with av.open(str(tmp_path / "x.jpg")) as container:
                frame = next(container.decode(video=0))
                assert (frame.width, frame.height) == size
