"""Every promise, in its short form."""

from pathlib import Path

import pytest

from tests.faults.promises import names, promise


def _promises() -> list[object]:
    return [
        pytest.param(name, id=name, marks=pytest.mark.timeout(promise(name).seconds))
        for name in names()
    ]


@pytest.mark.allow_log("cannot be written down yet", optional=True)
@pytest.mark.parametrize("name", _promises())
def test_promise(name: str, tmp_path: Path) -> None:
    tried = promise(name)
    reached = tried.run(tried.short, tmp_path)
    print(reached.figure)
    assert reached.holds, f"{reached.figure}\n{reached.details}"
