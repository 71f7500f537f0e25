"""Results as a table that a person reads, with ours and the rival's side by side."""

from collections.abc import Iterable

from tests.bench.contract import UNITS
from tests.bench.race import Result

HEADINGS = ("race", "measure", "ours", "rival", "", "ratio", "goal", "met")
WIDTHS = (34, 22, 10, 10, 24, 7, 7, 4)


def heading() -> str:
    """The first line."""
    return _line(HEADINGS)


def row(result: Result) -> str:
    """The line of one result."""
    return _line(
        (
            result.race.name,
            result.goal.measure,
            _amount(result.ours, result.goal.unit),
            _amount(result.rival, result.goal.unit),
            result.race.rival_name,
            f"{result.ratio:.2f}×",
            f"{result.goal.ratio:.2f}×",
            "yes" if result.is_met else "NO",
        )
    )


def _amount(value: float, unit: str) -> str:
    factor, decimals = UNITS[unit]
    return f"{value * factor:.{decimals}f} {unit}"


def _line(cells: Iterable[str]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()
