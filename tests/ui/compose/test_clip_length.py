"""The length of a clip, told from frames and rate or from a duration."""

from collections.abc import Callable

import pytest

from rushes.domain.model_spec import ModelSpec
from rushes.ui.compose.clip_length import clip_seconds, unit_of

COUNT = {"type": "integer"}


def test_frames_by_rate(wan: ModelSpec) -> None:
    assert clip_seconds(wan, {"num_frames": 97, "frames_per_second": 16}) == 6.0625


def test_a_rate_of_nothing_gives_no_length(wan: ModelSpec) -> None:
    assert clip_seconds(wan, {"num_frames": 97, "frames_per_second": 0}) is None


@pytest.mark.parametrize(
    ("value", "seconds"), [(5, 5.0), ("10", 10.0), ("auto", None), (True, None), (None, None)]
)
def test_duration(
    make_model: Callable[..., ModelSpec], value: object, seconds: float | None
) -> None:
    spec = make_model({"duration": {"type": "string", "enum": ["auto", "5", "10"]}})
    assert clip_seconds(spec, {"duration": value}) == seconds


def test_a_rate_alone_gives_no_length(make_model: Callable[..., ModelSpec]) -> None:
    assert clip_seconds(make_model({"fps": COUNT}), {"fps": 24}) is None


def test_units(make_model: Callable[..., ModelSpec]) -> None:
    spec = make_model({"fps": COUNT, "duration": COUNT, "steps": COUNT, "rate": {"type": "string"}})
    assert [unit_of(field) for field in spec.fields] == ["fps", "s", "", ""]
