"""Where resources are found."""

import sys
from pathlib import Path

import pytest

from rushes.domain.resources import resource_path, resource_root


def test_the_checkout_has_its_resources_at_the_top() -> None:
    root = Path(__file__).resolve().parents[2]
    assert resource_path("icons", "icons.json") == root / "resources" / "icons" / "icons.json"
    assert resource_path("icons", "icons.json").is_file()


def test_a_frozen_program_has_them_beside_its_libraries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resource_root.cache_clear()
    try:
        assert resource_path("style", "rushes.qss") == tmp_path / "resources/style/rushes.qss"
    finally:
        monkeypatch.undo()
        resource_root.cache_clear()
