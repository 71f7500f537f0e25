"""`rushes simulate` as a process of its own."""

import argparse
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from rushes.simulator.command import add_arguments

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts simulators, and ends those that still run; none leaves temporary files behind."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    children: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-m", "rushes.simulator", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.terminate()
        child.wait(10)
        for stream in (child.stdin, child.stdout, child.stderr):
            if stream is not None:
                stream.close()
    assert os.name == "nt" or list(temporary.iterdir()) == []


def origin_of(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    line = child.stdout.readline().strip()
    assert line.startswith("listening on http://127.0.0.1:"), line
    return line.removeprefix("listening on ")


def test_listens_writes_its_ledger_and_ends_on_a_signal(start: Start, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    child = start("--token", "t", "--pace", "60", "--ledger", str(ledger))
    url = origin_of(child)
    with httpx.Client(base_url=url, headers={"Authorization": "Bearer t"}) as client:
        assert client.get("/prod/v2/balance").json()["currency"] == "USD"
        reply = client.post("/v1/models/wan-ai/wan-2-1/text-to-video", json={"prompt": "sea"})
        request_id = reply.json()["request_id"]
        assert client.get(f"/v1/requests/{request_id}/status").json()["status"] == "in_queue"
        wrong = client.get("/v1/models", headers={"Authorization": "Bearer x"})
        assert wrong.json()["error_code"] == 400004
    assert json.loads(ledger.read_text())["request_id"] == request_id
    child.send_signal(signal.SIGTERM)
    _, errors = child.communicate(timeout=10)
    assert (child.returncode, errors) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without a word")
def test_ends_well_on_ctrl_c_and_does_not_need_its_input(start: Start) -> None:
    child = start()
    url = origin_of(child)
    assert child.stdin is not None
    child.stdin.close()
    assert httpx.get(f"{url}/v1/models").status_code == 401
    assert child.poll() is None
    child.send_signal(signal.SIGINT)
    assert child.wait(10) == 0


def test_dies_with_its_parent(start: Start) -> None:
    child = start("--exit-with-parent")
    origin_of(child)
    assert child.poll() is None
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(10) == 0


def test_serves_further_models_and_tells_of_a_taken_port(start: Start, tmp_path: Path) -> None:
    schema = {"properties": {"prompt": {"type": "string"}}, "type": "object"}
    entry = {"model_id": "house/of/mine", "input_schema": schema, "output_type": "image"}
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "mine.json").write_text(json.dumps(entry))
    url = origin_of(start("--models", str(folder)))
    reply = httpx.get(f"{url}/v1/models/house/of/mine", headers={"Authorization": "Bearer x"})
    assert reply.json()["input_schema"] == schema
    second = start("--port", str(httpx.URL(url).port))
    _, errors = second.communicate(timeout=10)
    assert second.returncode == 1
    assert str(httpx.URL(url).port) in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("wrong", [["--pace", "-1"], ["--port", "70000"]])
def test_wrong_arguments_are_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(wrong)
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_help_tells_of_the_ledger() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    text = parser.format_help()
    assert "listening on http://127.0.0.1:PORT" in text
    assert "token_digest" in text


def test_calls_go_wrong_as_the_file_says(start: Start, tmp_path: Path) -> None:
    faults, canary, ledger = tmp_path / "faults.json", tmp_path / "canary", tmp_path / "ledger"
    page = tmp_path / "page.html"
    page.write_text("<html>")
    steps = [
        {"preset": "submit_closed_without_reply", "count": 1},
        {"preset": "submit_500", "count": 2, "fault": {"body": {"file": "page.html"}}},
        {"preset": "balance_negative", "fault": {"headers": {"X-Canary": "$CANARY"}}},
    ]
    faults.write_text(json.dumps(steps))
    url = origin_of(
        start("--faults", str(faults), "--canary", str(canary), "--ledger", str(ledger))
    )
    with httpx.Client(base_url=url, headers={"Authorization": "Bearer t"}) as client:
        wan = "/v1/models/wan-ai/wan-2-1/text-to-video"
        with pytest.raises(httpx.RemoteProtocolError):
            client.post(wan, json={"prompt": "sea"})
        wrong = client.post(wan, json={"prompt": "sea"})
        assert (wrong.status_code, wrong.text) == (500, "<html>")
        assert client.post(wan, json={"prompt": "sea"}).status_code == 200
        negative = client.get("/prod/v2/balance")
        assert negative.json()["balance_usd"] == -3.5
        client.get(negative.headers["X-Canary"] + "/seen", headers={"Authorization": ""})
    assert len(ledger.read_text().splitlines()) == 2
    assert json.loads(canary.read_text())["target"] == "/seen"
