"""Where a measured program draws: off-screen, and on an X server of our own where there is one."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_screen() -> Iterator[dict[str, str]]:
    """The variables of a program that draws on an X server without a screen, for as long as open.

    Raises FileNotFoundError where Xvfb is not installed.
    """
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with server:
        try:
            assert server.stdout is not None
            number = server.stdout.readline().strip()
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()


@contextmanager
def off_screen() -> Iterator[dict[str, str]]:
    """The variables of a program that draws into memory."""
    yield {"QT_QPA_PLATFORM": "offscreen"}


def has_x_server() -> bool:
    """Whether `x_screen` can be used."""
    return shutil.which("Xvfb") is not None
