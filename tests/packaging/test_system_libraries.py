"""Shared libraries: which are missing, and what a person without the right to install is told."""

import os
import sys
from pathlib import Path

import pytest

from development import apt, system_libraries


def test_missing_libraries_are_those_the_loader_does_not_know(tmp_path: Path) -> None:
    cache = tmp_path / "ld.so.cache"
    cache.write_bytes(b"glibc-ld.so.cache1.1\0libEGL.so.1\0/usr/lib/libEGL.so.1\0libGL.so.10\0")
    asked = ["libEGL.so.1", "libGL.so.1", "libxcb-cursor.so.0"]
    assert system_libraries.missing(asked, cache) == ["libGL.so.1", "libxcb-cursor.so.0"]
    assert system_libraries.missing(asked, tmp_path / "none") == []


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries are those of Linux")
def test_this_machine_lacks_nothing_that_a_window_needs() -> None:
    assert system_libraries.missing(system_libraries.WINDOW) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the packages are Debian's")
def test_who_may_not_install_is_told_one_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = ["libGL.so.1", "libxcb-cursor.so.0"]
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(apt, "is_available", lambda: True)
    monkeypatch.setattr(
        system_libraries, "missing", lambda asked: [name for name in lacking if name in asked]
    )
    assert system_libraries.provide(system_libraries.SOUND, ["python3.11-venv"])
    assert not system_libraries.provide(system_libraries.WINDOW)
    commands = [line for line in capsys.readouterr().err.splitlines() if "apt-get" in line]
    start = "    sudo apt-get install -y --no-install-recommends libgl1 libxcb-cursor0"
    assert commands == [start + " python3.11-venv", start]


@pytest.mark.skipif(sys.platform != "linux", reason="the packages are Debian's")
def test_a_program_is_installed_where_it_is_missing_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[list[str]] = []

    def install(packages: list[str]) -> bool:
        asked.append(packages)
        (tmp_path / "trace-it").write_text("#!/bin/sh\n")
        (tmp_path / "trace-it").chmod(0o755)
        return True

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(apt, "install", install)
    monkeypatch.setattr(apt, "is_available", lambda: False)
    assert not system_libraries.provide_program("trace-it", "tracers")
    monkeypatch.setattr(apt, "is_available", lambda: True)
    assert system_libraries.provide_program("trace-it", "tracers")
    assert system_libraries.provide_program("trace-it", "tracers")
    assert asked == [["tracers"]]
