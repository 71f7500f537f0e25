"""The style sheet: every name in it is a role or a size, and no colour stands there by itself."""

import re
from pathlib import Path

import pytest

from rushes.domain.resources import resource_path
from rushes.ui.theme.roles import Accent, Scheme
from rushes.ui.theme.style_sheet import make_style_sheet
from rushes.ui.theme.theme import Theme

SOURCES = Path(__file__).resolve().parents[3] / "src" / "rushes" / "ui"


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_every_name_is_resolved(scheme: Scheme, percent: int) -> None:
    sheet = make_style_sheet(Theme(scheme=scheme, accent=Accent.TEAL, text_percent=percent))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_transparent_roles_are_written_as_style_sheets_want_them() -> None:
    sheet = make_style_sheet(Theme(scheme=Scheme.DARK))
    assert "rgba(0, 0, 0, 0)" in sheet
    assert not re.search(r"#[0-9A-Fa-f]{8}", sheet)


def test_the_template_names_no_colour_of_its_own() -> None:
    template = resource_path("style", "rushes.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", template)
    assert "rgb" not in template


def test_no_widget_names_a_colour_of_its_own() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{6}\b|QColor\((?!\))[\"'0-9]|QColor\.fromRgb\(\d")
    allowed = {SOURCES / "theme" / "roles.py"}
    found = [
        f"{path.relative_to(SOURCES)}:{number}: {line.strip()}"
        for path in sorted(SOURCES.rglob("*.py"))
        if path not in allowed
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if literal.search(line) and "0, 0, 0, 0" not in line
    ]
    assert found == []
