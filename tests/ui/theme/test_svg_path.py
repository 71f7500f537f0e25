"""SVG path data as QPainterPath."""

import math

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from rushes.ui.theme.svg_path import parse_path


def points(path: QPainterPath) -> list[tuple[float, float]]:
    elements = (path.elementAt(index) for index in range(path.elementCount()))
    return [(round(element.x, 3), round(element.y, 3)) for element in elements]


def test_lines_absolute_and_relative_are_the_same() -> None:
    absolute = parse_path("M1 1L5 1H7V4z")
    relative = parse_path("m1 1 4 0h2v3z")
    assert points(absolute) == points(relative) == [(1, 1), (5, 1), (7, 1), (7, 4), (1, 1)]


def test_numbers_may_run_together() -> None:
    assert points(parse_path("M.5.5-1-2")) == [(0.5, 0.5), (-1, -2)]


def test_a_new_part_is_not_joined_to_the_one_before() -> None:
    path = parse_path("M0 0h4v4h-4zM10 2a2 2 0 1 0 0 .01")
    kinds = [path.elementAt(i).type for i in range(path.elementCount())]
    assert kinds.count(QPainterPath.ElementType.MoveToElement) == 2


def test_two_half_arcs_make_a_circle() -> None:
    circle = parse_path("M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12z")
    box = circle.boundingRect()
    assert box.topLeft().x() == pytest.approx(2, abs=0.02)
    assert (box.width(), box.height()) == (pytest.approx(12, abs=0.03), pytest.approx(12, abs=0.03))
    for degrees in range(0, 360, 15):
        angle = math.radians(degrees)
        inside = QPointF(8 + 5.9 * math.cos(angle), 8 + 5.9 * math.sin(angle))
        outside = QPointF(8 + 6.1 * math.cos(angle), 8 + 6.1 * math.sin(angle))
        assert circle.contains(inside)
        assert not circle.contains(outside)


@pytest.mark.parametrize(("sweep", "side"), [(0, -1), (1, 1)])
def test_the_sweep_flag_chooses_the_side(sweep: int, side: int) -> None:
    # From left to right: clockwise on the screen runs over the top.
    arc = parse_path(f"M0 0A5 5 0 0 {sweep} 10 0")
    middle = arc.pointAtPercent(0.5)
    assert middle.x() == pytest.approx(5, abs=0.01)
    assert middle.y() == pytest.approx(-5 * side, abs=0.01)


def test_an_arc_with_too_small_radii_grows_to_reach() -> None:
    arc = parse_path("M0 0A1 1 0 0 1 10 0")
    assert arc.boundingRect().height() == pytest.approx(5, abs=0.05)


def test_smooth_curves_mirror_the_control_point_before() -> None:
    path = parse_path("M0 0C0 5 5 5 5 0S10-5 10 0")
    assert points(path)[4:6] == [(5, -5), (10, -5)]


def test_quadratic_curves_end_where_they_say() -> None:
    assert parse_path("M0 0q5 10 10 0").currentPosition() == QPointF(10, 0)


def test_empty_data_is_an_empty_path() -> None:
    assert parse_path("").boundingRect() == QRectF()


@pytest.mark.parametrize("text", ["5 5", "M1", "M0 0X3", "M0 0L1 M", "M0 0z5"])
def test_bad_data_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"path command|too few numbers"):
        parse_path(text)
