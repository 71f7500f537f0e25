"""The processes of a measurement: the service, and the program that is measured."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[2]
_LIMIT = 600.0


@contextmanager
def serving(media: Path | None = None) -> Iterator[str]:
    """Run `tests.bench.cheap_service` in a process of its own; yields its address."""
    command = [sys.executable, "-m", "tests.bench.cheap_service"]
    command += [str(media)] if media is not None else []
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            url = child.stdout.readline().strip()
            if not url:
                raise RuntimeError("the service did not come up")
            yield url
        finally:
            child.stdin.close()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


def ask(url: str, question: str, **values: float) -> dict[str, Any]:
    """Ask the service at `url` one of the questions of measurements; blocking."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    try:
        connection.request("GET", f"/bench/{question}?{urlencode(values)}")
        return dict(json.load(connection.getresponse()))
    finally:
        connection.close()


def figures_of(module: str, *arguments: object, **variables: str) -> dict[str, float]:
    """Run a module that prints its figures as JSON, its last line, and read them.

    Raises RuntimeError, with what it complained of.
    """
    program = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(
        program,
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=_LIMIT,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(program)} ended with {done.returncode}:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def allow_many_sockets() -> None:
    """Let this process have as many open sockets as the system lets anybody have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def person(home: Path, url: str, **variables: str) -> Mapping[str, str]:
    """The variables of somebody who has never used Rushes, and whose service is at `url`."""
    runtime = home / "runtime"
    runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "HOME": str(home),
        **{f"XDG_{each}_HOME": str(home / each.lower()) for each in ("CONFIG", "DATA", "STATE")},
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "RUSHES_LIBRARY": str(home / "library"),
        "RUSHES_SERVICE_URL": url,
        "RUNCOMFY_TOKEN": "good",
        **variables,
    }
