"""Exact pictures on screens whose pixels are smaller than the window's units."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_every_pixel_of_the_screen_shows_its_pixel_of_the_picture(factor: str) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.viewer.picture_at_scale"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(lines) == 15
    assert all(line.startswith(factor.removesuffix(".0")) for line in lines[:-1])
