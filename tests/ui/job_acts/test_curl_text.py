"""The command is what is sent, byte for byte, whatever the prompt holds; and holds no token."""

import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.domain.request import GenerationRequest
from rushes.ui.job_acts.curl_text import curl_text

MODEL = "wan-ai/wan-2-1/text-to-video"
HOSTILE = [
    'it\'s "quoted" and $HOME `id` $(id) \\ ! # & ; | > <',
    "line\nbreak\ttab \r\n end",
    "'; rm -rf / #",
    "é 漢字 🎬 \u2028 \x7f \x00",
    "",
]
INPUTS = st.dictionaries(
    st.text(min_size=1, max_size=8), st.text() | st.integers() | st.booleans(), max_size=4
)


def arguments(text: str) -> list[str]:
    return shlex.split(text)


def run_in_sh(text: str, folder: Path) -> list[bytes]:
    """What `sh` gives to curl, for which a function stands that tells its arguments."""
    script = 'curl() { for each in "$@"; do printf "%s\\0" "$each"; done; }\n' + text
    environment = {"PATH": os.environ["PATH"], "RUNCOMFY_TOKEN": "it's $a `token`", "LC_ALL": "C"}
    done = subprocess.run(
        ["sh", "-c", script], capture_output=True, cwd=folder, env=environment, timeout=10
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert not list(folder.iterdir())
    return done.stdout.split(b"\0")[:-1]


@given(INPUTS)
def test_the_body_is_that_of_the_request(inputs: dict[str, Any]) -> None:
    request = GenerationRequest(MODEL, inputs)
    parts = arguments(curl_text(request))
    assert parts[:4] == [
        "curl",
        "--request",
        "POST",
        f"https://model-api.runcomfy.net/v1/models/{MODEL}",
    ]
    assert parts[-2] == "--data-raw"
    assert parts[-1].encode() == request.body
    assert "Authorization: Bearer $RUNCOMFY_TOKEN" in parts


@pytest.mark.parametrize("prompt", HOSTILE)
def test_a_shell_runs_nothing_of_a_prompt(prompt: str, tmp_path: Path) -> None:
    request = GenerationRequest(MODEL, {"prompt": prompt, "seed": 7})
    told = run_in_sh(curl_text(request, "http://127.0.0.1:8080"), tmp_path)
    assert told[2] == b"http://127.0.0.1:8080/v1/models/" + MODEL.encode()
    assert b"Authorization: Bearer it's $a `token`" in told
    assert told[-1] == request.body
    assert json.loads(told[-1])["prompt"] == prompt


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(prompt=st.text())
def test_a_shell_gives_curl_the_very_bytes(prompt: str, tmp_path: Path) -> None:
    request = GenerationRequest(MODEL, {"prompt": prompt})
    assert run_in_sh(curl_text(request), tmp_path)[-1] == request.body
