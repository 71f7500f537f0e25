"""What is made for which inputs."""

from fractions import Fraction
from typing import Any

import pytest

from rushes.domain.model_spec import ModelSpec, read_model
from rushes.simulator.output_form import output_form, sent_seed


def model(model_id: str = "house/model/kind", output_type: str = "video") -> ModelSpec:
    schema = {"properties": {"seed": {"type": "integer"}, "prompt": {"type": "string"}}}
    return read_model({"model_id": model_id, "output_type": output_type, "input_schema": schema})


@pytest.mark.parametrize(
    ("inputs", "size"),
    [
        ({}, (1280, 720)),
        ({"resolution": "480p", "aspect_ratio": "16:9"}, (854, 480)),
        ({"resolution": "480p", "aspect_ratio": "9:16"}, (480, 854)),
        ({"resolution": "580p", "aspect_ratio": "16:9"}, (1032, 580)),
        ({"resolution": "1080P", "ratio": "1:1"}, (1080, 1080)),
        ({"resolution": "768p", "aspect_ratio": "4:3"}, (1024, 768)),
        ({"resolution": "720p", "aspect_ratio": "21:9"}, (1680, 720)),
        ({"resolution": "4k", "aspect_ratio": "adaptive"}, (3840, 2160)),
        ({"resolution": "2k", "target_aspect_ratio": "3:4"}, (1440, 1920)),
        ({"aspect_ratio": "auto"}, (1280, 720)),
    ],
)
def test_size_of_videos(inputs: dict[str, Any], size: tuple[int, int]) -> None:
    form = output_form(model(), inputs)
    assert (form.width, form.height) == size


@pytest.mark.parametrize(
    ("model_id", "size"),
    [("house/model/480p", (854, 480)), ("house/model/4K/edit", (3840, 2160))],
)
def test_size_told_by_the_id(model_id: str, size: tuple[int, int]) -> None:
    form = output_form(model(model_id), {})
    assert (form.width, form.height) == size


@pytest.mark.parametrize(
    ("inputs", "frames", "rate"),
    [
        ({"num_frames": 97, "frames_per_second": 16}, 97, 16),
        ({"num_frames": 81}, 81, 24),
        ({"duration": 5}, 120, 24),
        ({"duration": "6", "fps": 25}, 150, 25),
        ({"duration": "auto", "fps": 50}, 250, 50),
        ({}, 120, 24),
    ],
)
def test_length_of_videos(inputs: dict[str, Any], frames: int, rate: int) -> None:
    form = output_form(model(), inputs)
    assert (form.frames, form.rate) == (frames, rate)
    assert form.seconds == pytest.approx(frames / rate)


def test_sound_of_videos() -> None:
    assert output_form(model(), {"generate_audio": True}).has_sound
    assert output_form(model(), {"sound": True}).has_sound
    assert not output_form(model(), {"generate_audio": False}).has_sound
    assert not output_form(model(), {}).has_sound


@pytest.mark.parametrize(
    ("inputs", "size"),
    [
        ({}, (1024, 1024)),
        ({"width": 640, "height": 333}, (640, 334)),
        ({"image_size": "portrait_16_9"}, (576, 1024)),
        ({"resolution": "2K", "aspect_ratio": "1:1"}, (2048, 2048)),
        ({"size": "16:9"}, (1366, 768)),
    ],
)
def test_size_of_images(inputs: dict[str, Any], size: tuple[int, int]) -> None:
    form = output_form(model(output_type="image"), inputs)
    assert (form.width, form.height, form.frames) == (*size, 1)


def test_number_and_format_of_images() -> None:
    form = output_form(model(output_type="image"), {"num_images": 3, "output_format": "jpeg"})
    assert (form.count, form.format, form.suffix) == (3, "jpeg", "jpg")


def test_sound_files() -> None:
    spec = model(output_type="audio")
    form = output_form(spec, {"start_time": 2, "end_time": 9.5, "sample_rate": 8000})
    assert (form.seconds, form.rate, form.suffix) == (7.5, Fraction(8000), "wav")
    assert output_form(spec, {"output_format": "ogg_opus"}).suffix == "ogg"


@pytest.mark.parametrize(
    ("inputs", "seed"), [({"seed": 0}, 0), ({"seed": 9}, 9), ({"seed": -1}, None), ({}, None)]
)
def test_a_seed_below_zero_asks_for_one_to_be_drawn(
    inputs: dict[str, Any], seed: int | None
) -> None:
    assert sent_seed(model(), inputs) == seed
