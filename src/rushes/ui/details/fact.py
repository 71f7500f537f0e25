"""One thing that is known of a take, as a row shows it."""

from dataclasses import dataclass
from enum import Enum


class FactAct(Enum):
    """What can be done with a fact by a button at the end of its row."""

    NONE = ""
    COPY = "copy"
    REVEAL = "folder"


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value.

    Attributes:
        label: what it is.
        value: what is shown, on one line.
        whole: what is copied, and told in full; empty where that is the value.
        beside: at the end of the row, as "was 16" or "not sent"; may be empty.
        is_changed: it is another one in the take before.
        is_quiet: it is no choice of a person's, as a default that was not sent.
        is_bad: it is not as it should be.
        is_name: its end says as much as its beginning, as of a path: the middle is left out.
        act: what can be done with it.
    """

    label: str
    value: str
    whole: str = ""
    beside: str = ""
    is_changed: bool = False
    is_quiet: bool = False
    is_bad: bool = False
    is_name: bool = False
    act: FactAct = FactAct.NONE

    @property
    def text(self) -> str:
        """The value in full."""
        return self.whole or self.value
