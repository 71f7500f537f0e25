"""Pictures in the place of links: shown small, kept in the draft, taken away with the cross."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rushes.domain.model_spec import ABSENT, ModelSpec
from rushes.engine.local_files import local_link
from rushes.engine.models import bundled_models
from rushes.ui.compose.controls import make_control
from rushes.ui.compose.image_inputs import image_inputs, models_with_image_inputs
from rushes.ui.compose.kept_picture import read_small
from rushes.ui.compose.media_links import MediaControl
from rushes.ui.compose.panel import ComposePanel
from tests.media.clips import numbered_image, write_still

ONE = {"type": "string", "format": "image_uri"}
SEVERAL = {"type": "array", "format": "image_uris", "maxItems": 3}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return write_still(tmp_path / "tram-0043.png", numbered_image(43), "png", "rgb24")


def control(schema: dict[str, object], make_model: Callable[..., ModelSpec]) -> MediaControl:
    made = make_control(make_model({"picture": schema}).fields[0])
    assert isinstance(made, MediaControl)
    made.resize(296, 200)
    made.show()
    return made


def test_a_file_is_shown_as_what_it_is(
    picture: Path, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    made = control(ONE, make_model)
    qtbot.addWidget(made)
    made.show_value(local_link(picture))
    (row,) = made.links.rows
    assert row.picture is not None
    assert not row.line.isVisible()
    shown = row.picture
    qtbot.waitUntil(lambda: shown.words()[1].startswith("272 × 96 · "))
    assert shown.words()[0] == "tram-0043.png"
    assert "tram-0043.png" in shown.accessibleName()
    assert made.value() == local_link(picture)
    assert made.unreadable() == ""
    edited: list[int] = []
    made.edited.connect(lambda: edited.append(1))
    QTest.mouseClick(row.cross, Qt.MouseButton.LeftButton)
    assert made.value() is ABSENT
    assert row.picture is None
    assert row.line.isVisible()
    assert edited == [1]


def test_a_picture_that_was_sent_comes_back_whole(
    picture: Path, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    # A line of text would cut so long a link.
    link = "data:image/png;base64," + base64.b64encode(picture.read_bytes() * 4).decode()
    made = control(SEVERAL, make_model)
    qtbot.addWidget(made)
    made.show_value(["https://a.example/a.png", link])
    assert made.value() == ["https://a.example/a.png", link]
    kept = made.links.rows[1].picture
    assert kept is not None
    qtbot.waitUntil(lambda: kept.words()[1].startswith("272 × 96"))


def test_a_file_that_is_gone_is_told(
    tmp_path: Path, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    made = control(ONE, make_model)
    qtbot.addWidget(made)
    made.show_value(local_link(tmp_path / "gone.png"))
    kept = made.links.rows[0].picture
    assert kept is not None
    qtbot.waitUntil(lambda: kept.words()[1] == "Not there any more")


def test_what_is_no_picture_is_not_shown_as_one(tmp_path: Path) -> None:
    text = tmp_path / "a.png"
    text.write_text("words")
    assert read_small(local_link(text)).image is None
    assert read_small("data:image/png;base64,A").image is None
    assert read_small("data:,words").image is None


def test_a_list_takes_another_after_what_it_has(
    picture: Path, make_model: Callable[..., ModelSpec], qtbot: QtBot
) -> None:
    made = control(SEVERAL, make_model)
    qtbot.addWidget(made)
    made.show_value(["https://a.example/a.png"])
    made.add_link(local_link(picture))
    made.add_link(local_link(picture))
    assert made.value() == ["https://a.example/a.png", local_link(picture)]


def test_the_beginning_comes_before_the_end() -> None:
    specs = {spec.model_id: spec for spec in bundled_models()}

    def names(model_id: str) -> list[str]:
        return [field.name for field in image_inputs(specs[model_id])]

    assert names("kling/kling-3.0/pro/image-to-video") == ["start_image_url", "end_image_url"]
    assert names("minimax/minimax-h3/image-to-video") == ["image", "last_image"]
    assert names("bytedance/seedance-2.5/first-last-frame/480p") == ["first_frame", "last_frame"]
    assert names("wan-ai/wan-2-1/text-to-video") == []
    found = models_with_image_inputs(list(specs.values()))
    assert len(found) == 15
    kinds = [spec.output_type for spec in found]
    assert kinds == sorted(kinds, key=lambda kind: kind != "video")


def test_compose_turns_to_the_model_that_takes_it(picture: Path, qtbot: QtBot) -> None:
    panel = ComposePanel()
    qtbot.addWidget(panel)
    panel.set_models(bundled_models())
    panel.body.prompt.set_text("a cabin")
    changed: list[int] = []
    panel.draft_changed.connect(lambda: changed.append(1))
    link = local_link(picture)
    model = "kling/kling-3.0/pro/image-to-video"
    assert panel.use_picture(model, "start_image_url", link)
    assert panel.spec is not None
    assert panel.spec.model_id == model
    assert panel.draft()["inputs"]["start_image_url"] == link
    assert panel.draft()["prompt"] == "a cabin"
    assert panel.foot.button.isEnabled()
    assert changed
    assert not panel.use_picture(model, "no_such_input", link)
    assert not panel.use_picture("no/such/model", "image", link)
    # The draft finds it again.
    again = ComposePanel()
    qtbot.addWidget(again)
    again.set_models(bundled_models())
    again.restore_draft(panel.draft())
    assert again.draft() == panel.draft()
