"""The programs that benchmarks measure, and the service that they ask, at small sizes."""

import json
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from rushes.media.probe import probe
from tests.bench.children import ask, figures_of, person, serving
from tests.bench.large_clip import write_large_clip

CLIP_BYTES = 3_000_000


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_large_clip(tmp_path / "clip.mp4", CLIP_BYTES)


@pytest.fixture
def service(clip: Path) -> Iterator[str]:
    with serving(clip) as url:
        yield url


def test_a_large_clip_is_whole_and_has_the_size_asked_for(clip: Path) -> None:
    assert clip.stat().st_size == CLIP_BYTES
    assert probe(clip).frames == 81


def test_a_clip_is_not_made_smaller_than_its_pictures(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the clip alone has"):
        write_large_clip(tmp_path / "clip.mp4", 1_000)


def test_the_service_takes_jobs_counts_calls_and_ends_what_it_is_told(
    service: str, clip: Path
) -> None:
    connection = HTTPConnection(urlsplit(service).netloc, timeout=30)

    def call(method: str, path: str, body: bytes | None = None) -> bytes:
        connection.request(method, path, body)
        return connection.getresponse().read()

    begun = time.monotonic()
    ids = [json.loads(call("POST", "/v1/models/a/b/c", b"{}"))["request_id"] for _ in range(2)]
    ask(service, "finish", jobs=1)
    paths = [f"/v1/requests/{remote_id}/status" for remote_id in ids]
    assert [json.loads(call("GET", path))["status"] for path in paths] == [
        "completed",
        "in_progress",
    ]
    result = json.loads(call("GET", f"/v1/requests/{ids[0]}/result"))
    assert call("GET", urlsplit(result["output"]["video"]).path) == clip.read_bytes()
    connection.close()
    calls = ask(service, "calls", since=begun, until=time.monotonic())
    assert calls["requests"] == 5
    assert 1 <= calls["burst"] <= 5
    assert calls["bytes"] > 5 * 100
    assert ask(service, "calls", since=0, until=begun)["requests"] == 0


@pytest.mark.parametrize("name", ["rushes", "naive_loop"])
def test_jobs_are_followed_and_their_cost_is_told(service: str, tmp_path: Path, name: str) -> None:
    folder = [tmp_path / "library"] if name == "rushes" else []
    found = figures_of(f"tests.bench.polls_of_{name}", service, *folder, 20, 1.0)
    calls = ask(service, "calls", since=found["since"], until=found["until"])
    assert calls["requests"] >= 3
    assert 0 < found["cpu"] < 60


@pytest.mark.parametrize("way", ["alone", "home"])
def test_a_download_is_timed(service: str, tmp_path: Path, way: str) -> None:
    found = figures_of("tests.bench.downloads", way, service, tmp_path / "library")
    assert 0 < found["seconds"] < 60
    if way == "home":
        (kept,) = (tmp_path / "library" / "media").rglob("*.mp4")
        assert probe(kept).frames == 81


def test_a_window_tells_its_gaps_idle_and_at_work(service: str, tmp_path: Path) -> None:
    variables = person(tmp_path / "home", service, QT_QPA_PLATFORM="offscreen")
    found = figures_of("tests.bench.gaps_of_window", 1, 3, 0.5, **variables)
    assert found["polls"] >= 3
    assert 0.004 < found["idle"] < 30
    assert 0.004 < found["work"] < 30


def test_a_program_that_fails_gives_no_figures() -> None:
    with pytest.raises(RuntimeError, match=r"(?s)ended with 1:.*DownloadCut"):
        figures_of("tests.bench.downloads", "alone", "http://127.0.0.1:9", "unused")
