"""One of the values that a choice offers."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Option:
    """A value, the words for it, and an icon where it has one.

    `help` is shown as a tool tip; an option that is not `enabled` stays in sight, greyed.
    """

    value: Any
    text: str
    icon: str = ""
    enabled: bool = True
    help: str = ""
