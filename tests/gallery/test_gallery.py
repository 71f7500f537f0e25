"""The gallery draws what is registered, at real scales, the same each time."""

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

from tests.gallery.__main__ import LOOKS, SCALES, main, registered_scenes

SCENE = "components-buttons"


def test_names_of_scenes_are_unique() -> None:
    names = Counter(name for name, _, _ in registered_scenes())
    assert names
    assert [name for name, count in names.items() if count > 1] == []


def test_a_scene_is_drawn_in_every_look_at_both_scales(tmp_path: Path) -> None:
    assert main([str(tmp_path), "--only", SCENE]) == 0
    found = {path.name for path in tmp_path.iterdir()}
    assert found == {
        f"{SCENE}-{scheme}-{scale}-{language}.png" for scheme, language in LOOKS for scale in SCALES
    }
    usual = QImage(str(tmp_path / f"{SCENE}-dark-100-en.png"))
    large = QImage(str(tmp_path / f"{SCENE}-dark-150-en.png"))
    assert abs(large.width() - usual.width() * 1.5) <= 1
    light = QImage(str(tmp_path / f"{SCENE}-light-100-en.png"))
    assert light.pixelColor(2, 2).lightness() > 200 > usual.pixelColor(2, 2).lightness()


def test_an_unknown_scene_is_told(tmp_path: Path) -> None:
    assert main([str(tmp_path), "--only", "no-such-scene"]) == 2
