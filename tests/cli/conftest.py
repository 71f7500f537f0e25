from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.commands import Commands, serving


@pytest.fixture
def commands(tmp_path: Path) -> Iterator[Commands]:
    yield from serving(tmp_path, "--pace", "0.2", "--token", "good")


@pytest.fixture
def slow_commands(tmp_path: Path) -> Iterator[Commands]:
    yield from serving(tmp_path, "--pace", "2")
