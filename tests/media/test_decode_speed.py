"""The measured ways of decoding a whole clip do decode all of it."""

from pathlib import Path
from typing import Any

from tests.media.clips import write_clip
from tests.media.decode_speed import WAYS


def test_every_way_keeps_every_frame(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", frames=15, options={"g": "5"})
    for name, way in WAYS.items():
        seconds, kept = way(path, 2)
        assert seconds > 0
        held: Any = kept
        if name == "cache":
            assert all(held.get(index) is not None for index in range(15))
            held.close()
            assert held.join(10)
        else:
            assert len(held) == 15
