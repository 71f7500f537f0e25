"""Runs `rushes` commands against a simulator, all of them processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.engine.tiny_model import ENTRY

LIMIT = 60.0


class Commands:
    """Runs `rushes` commands as a person's shell would, against a simulator of its own."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.model = folder / "tiny.json"
        self.model.write_text(json.dumps(ENTRY))
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            **{name: value for name, value in os.environ.items() if name.startswith("XDG_")},
            "RUSHES_LIBRARY": str(folder / "library"),
            "RUSHES_SERVICE_URL": url,
            "RUNCOMFY_TOKEN": "good",
        }

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "rushes", *arguments],
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, list[Any], str]:
        with self.start(*arguments, **environment) as process:
            try:
                out, err = process.communicate(timeout=LIMIT)
            finally:
                process.kill()
        return process.returncode, [json.loads(line) for line in out.splitlines()], err

    def generate(self, *arguments: str, **environment: str) -> tuple[int, list[Any], str]:
        return self.run(
            "generate", "a cabin", "--model-file", str(self.model), "--json", *arguments,
            **environment,
        )  # fmt: skip

    @property
    def ledger(self) -> list[Any]:
        path = self.folder / "ledger.txt"
        return [json.loads(line) for line in path.read_text().splitlines()]


def serving(folder: Path, *arguments: str) -> Iterator[Commands]:
    models = folder / "models"
    models.mkdir()
    (models / "tiny.json").write_text(json.dumps(ENTRY))
    ledger = folder / "ledger.txt"
    ledger.touch()
    command = [sys.executable, "-m", "rushes", "simulate", "--exit-with-parent"]
    command += ["--models", str(models), "--ledger", str(ledger), *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as simulator:
        try:
            assert simulator.stdout is not None
            line = simulator.stdout.readline()
            assert line.startswith("listening on http://127.0.0.1:")
            yield Commands(folder, line.removeprefix("listening on ").strip())
        finally:
            assert simulator.stdin is not None
            simulator.stdin.close()
            simulator.wait(10)
