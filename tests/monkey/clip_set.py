"""The clips that a monkey plays with: every kind that there is, and some that are none."""

import json
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from tests.media.clips import numbered_image, read_number, write_clip, write_sound, write_still
from tests.media.test_any_clip import CLIPS
from tests.ui.viewer.painted_frames import Numbered

_LIST = "clips.json"
_TINY = 22
_OWN_SIZES = {
    "h264 size off the grid": (278, 98),
    "h264 odd size": (273, 97),
    "vp9 odd size, mp4, 29.97": (273, 97),
    "av1 odd size": (273, 97),
}


@dataclass(frozen=True)
class MonkeyClip:
    """A file to open.

    Attributes:
        path: where it lies.
        numbered: at which size its pictures carry their number; None where they carry none.
    """

    path: Path
    numbered: Numbered | None


def clips_in(folder: Path, *, small: bool = False) -> list[MonkeyClip]:
    """The clips of a folder: those written into it by this, and whatever else lies there.

    The first call writes them, which takes some seconds; `small` writes a few of them alone.
    """
    listed = folder / _LIST
    if not listed.exists():
        folder.mkdir(parents=True, exist_ok=True)
        own = _write_few(folder) if small else _write_all(folder)
        for clip in own:
            _check(clip)
        texts = [
            {"name": clip.path.name, "numbered": clip.numbered and asdict(clip.numbered)}
            for clip in own
        ]
        listed.write_text(json.dumps(texts), encoding="utf-8")
    known = json.loads(listed.read_text(encoding="utf-8"))
    clips = [
        MonkeyClip(
            folder / each["name"], Numbered(**each["numbered"]) if each["numbered"] else None
        )
        for each in known
    ]
    names = {each["name"] for each in known} | {_LIST}
    others = sorted(path for path in folder.iterdir() if path.name not in names)
    return clips + [MonkeyClip(path, None) for path in others]


def _write_few(folder: Path) -> list[MonkeyClip]:
    usual = Numbered()
    uneven = [0, 3, 4, 9, 10, 11, 17, 18, 20, 27, 28, 30]
    made = [
        write_clip(folder / "even.mp4", frames=49, options={"g": "12"}),
        write_clip(folder / "short.mp4", frames=9, rate=Fraction(16)),
        write_clip(folder / "turned.mp4", width=96, height=272, rotation=90, frames=12),
        write_clip(folder / "uneven.mp4", frames=12, times=uneven, time_base=Fraction(1, 48)),
        write_clip(folder / "one.mp4", frames=1),
        write_clip(folder / "sound.mp4", frames=31, sound=True, options={"g": "8"}),
    ]
    clips = [MonkeyClip(path, usual) for path in made]
    image = numbered_image(1)
    clips.append(MonkeyClip(write_still(folder / "still.png", image, "png", "rgb24"), usual))
    broken = folder / "broken.mp4"
    broken.write_bytes(made[0].read_bytes()[:3000])
    return [*clips, MonkeyClip(broken, None)]


def _write_all(folder: Path) -> list[MonkeyClip]:
    clips = _write_few(folder)
    for place, (name, (suffix, changes)) in enumerate(CLIPS.items()):
        written: dict[str, Any] = {"frames": _TINY, **changes}
        if "times" in written:
            written["frames"] = len(written["times"])
        if written.get("codec") == "libsvtav1":
            # When it hurries, it lets blocks of one frame stand in those that follow.
            written["options"] = {**written["options"], "preset": "5", "crf": "4"}
        path = folder / f"kind-{place:02}.{suffix}"
        size = _OWN_SIZES.get(name, (272, 96))
        clips.append(MonkeyClip(write_clip(path, **written), Numbered(*size)))
    large = Numbered(1280, 720)
    for name, frames, changes in (
        ("large.mp4", 48, {"options": {"preset": "ultrafast", "g": "24"}}),
        ("long-group.mp4", 72, {"options": {"preset": "ultrafast", "g": "500"}}),
        ("large.webm", 24, {"codec": "libvpx-vp9", "options": {"deadline": "realtime"}}),
    ):
        path = write_clip(folder / name, frames=frames, width=1280, height=720, **changes)
        clips.append(MonkeyClip(path, large))
    fast = write_clip(folder / "fast.mp4", frames=240, rate=Fraction(120), options={"g": "60"})
    clips.append(MonkeyClip(fast, Numbered()))
    clips += _stills(folder)
    return clips + [MonkeyClip(path, None) for path in _hostile(folder, clips[0].path)]


def _check(clip: MonkeyClip) -> None:
    """See that a clip carries its numbers, as a plain decoder gives its pictures."""
    if clip.numbered is None:
        return
    with av.open(str(clip.path)) as container:
        for number, picture in enumerate(container.decode(video=0), 1):
            image = picture.to_ndarray(format="rgb24")
            found = read_number(np.rot90(image, picture.rotation // 90))
            if found != number:
                raise ValueError(f"{clip.path.name}: frame {number} carries {found}")


def _stills(folder: Path) -> list[MonkeyClip]:
    image = numbered_image(1)
    kinds = (("jpg", "mjpeg", "yuvj444p"), ("webp", "libwebp", "bgra"))
    return [
        MonkeyClip(write_still(folder / f"still.{suffix}", image, codec, layout), Numbered())
        for suffix, codec, layout in kinds
    ]


def _hostile(folder: Path, good: Path) -> list[Path]:
    """Files that are no clips, or are broken ones. The numbers in them cannot be counted on."""
    whole = good.read_bytes()
    chance = random.Random(11)
    made: list[Path] = []

    def write(name: str, content: bytes) -> None:
        path = folder / name
        path.write_bytes(content)
        made.append(path)

    write("empty.mp4", b"")
    write("text.mp4", b"This is no clip.\n" * 50)
    for part in (3, 10, 16, 19):
        write(f"cut-{part}.mp4", whole[: len(whole) * part // 20])
    for number in range(6):
        changed = bytearray(whole)
        for _ in range(3 + number * 4):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        write(f"flipped-{number}.mp4", bytes(changed))
    webm = write_clip(folder / "whole.webm", codec="libvpx-vp9", frames=20).read_bytes()
    write("cut.webm", webm[: len(webm) // 2])
    made.append(folder / "whole.webm")
    made.append(write_sound(folder / "sound-alone.mp4", "aac"))
    made.append(folder / "missing.mp4")
    (folder / "folder.mp4").mkdir(exist_ok=True)
    made.append(folder / "folder.mp4")
    return made


class Leaving:
    """Copies of clips whose files go away, or change, once they are open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def copy(self, path: Path) -> Path | None:
        """A copy that may be harmed; None of what is no file."""
        if not path.is_file():
            return None
        self._count += 1
        self._folder.mkdir(exist_ok=True)
        copied = self._folder / f"{self._count}-{path.name}"
        shutil.copy(path, copied)
        return copied

    def harm(self, path: Path, how: str) -> None:
        """Let it go: `deleted`, `cut`, or `other`, another file in its place."""
        harms: dict[str, Callable[[], object]] = {
            "deleted": path.unlink,
            "cut": lambda: os.truncate(path, path.stat().st_size // 2),
            "other": lambda: path.with_suffix(".new").replace(path),
        }
        if how == "other":
            path.with_suffix(".new").write_bytes(b"Something else altogether." * 100)
        harms[how]()

    def tidy(self) -> None:
        """Delete the copies."""
        shutil.rmtree(self._folder, ignore_errors=True)
