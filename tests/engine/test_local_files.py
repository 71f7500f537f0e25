"""Files of this computer in the place of links: read when a job is made, never named to others."""

import base64
from pathlib import Path

import pytest

from rushes.domain.errors import InputRefused
from rushes.domain.model_spec import ModelSpec, read_model
from rushes.engine import local_files
from rushes.engine.generation import GenerationWish, requests_for
from rushes.engine.local_files import as_if_sent, local_link, local_path, with_files
from tests.media.clips import numbered_image, write_still

MODEL = read_model(
    {
        "model_id": "test/picture/to-video",
        "input_schema": {
            "required": ["prompt", "first_frame"],
            "properties": {
                "prompt": {"type": "string"},
                "first_frame": {"type": "string", "format": "image_uri"},
                "images": {"type": "array", "format": "image_uris", "maxItems": 4},
                "video": {"type": "string", "format": "video_uri"},
            },
        },
    }
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return write_still(tmp_path / "città 43 #1%.png", numbered_image(43), "png", "rgb24")


def wish(**inputs: object) -> GenerationWish:
    return GenerationWish(MODEL, {"prompt": "a cabin", **inputs})


def problems_of(made: GenerationWish) -> list[tuple[str, str]]:
    with pytest.raises(InputRefused) as caught:
        with_files(made)
    return [(problem.field, problem.code) for problem in caught.value.problems]


def test_a_link_names_its_file(picture: Path) -> None:
    assert local_path(local_link(picture)) == picture
    for other in ("https://a.example/a.png", "data:,", "file://host/a.png", "file:a.png", "[", ""):
        assert local_path(other) is None


def test_what_is_sent_is_the_picture_itself(picture: Path) -> None:
    link = local_link(picture)
    sent = with_files(wish(first_frame=link, images=["https://a.example/b.png", link]))
    data = "data:image/png;base64," + base64.b64encode(picture.read_bytes()).decode()
    assert sent.inputs == {
        "prompt": "a cabin",
        "first_frame": data,
        "images": ["https://a.example/b.png", data],
    }
    (request,) = requests_for(sent)
    assert b"file:" not in request.body


def test_a_file_link_is_never_sent_as_it_is(picture: Path) -> None:
    with pytest.raises(InputRefused):
        requests_for(wish(first_frame=local_link(picture)))


def test_a_prompt_is_left_alone_whatever_it_says(picture: Path) -> None:
    link = local_link(picture)
    made = GenerationWish(MODEL, {"prompt": link, "first_frame": link})
    assert with_files(made).inputs["prompt"] == link


def test_what_cannot_be_sent_is_said_at_its_input(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "secrets.png"
    text.write_text("not a picture at all")
    assert problems_of(wish(first_frame=local_link(text))) == [("first_frame", "file_unfit")]
    assert problems_of(wish(video=local_link(picture))) == [("video", "file_unfit")]
    gone = local_link(tmp_path / "gone.png")
    assert problems_of(wish(first_frame=gone)) == [("first_frame", "file_missing")]
    assert problems_of(wish(first_frame=local_link(tmp_path))) == [("first_frame", "file_missing")]
    # One fits, and two are too much.
    monkeypatch.setattr(local_files, "MOST_BYTES_SENT", picture.stat().st_size * 2)
    link = local_link(picture)
    assert with_files(wish(first_frame=link)).inputs["first_frame"].startswith("data:image/png")
    assert problems_of(wish(first_frame=link, images=[link])) == [("images", "files_too_large")]


def test_a_draft_is_checked_without_a_look_at_the_disk() -> None:
    spec: ModelSpec = MODEL
    checked = as_if_sent(spec, {"first_frame": "file:///nowhere/a.png", "images": ["ftp://a"]})
    assert checked == {"first_frame": "data:,", "images": ["ftp://a"]}
