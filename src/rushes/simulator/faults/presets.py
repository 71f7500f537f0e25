"""Faults with a name, each made of steps as they stand in a fault file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rushes.domain.request import JsonValue
from rushes.simulator.faults import (
    download_presets,
    listing_presets,
    result_presets,
    status_presets,
    submit_presets,
)


@dataclass(frozen=True, slots=True)
class Preset:
    """A fault with a name.

    Attributes:
        name: its name.
        meaning: what goes wrong, in one line.
        steps: what is played, as in a fault file.
    """

    name: str
    meaning: str
    steps: tuple[Mapping[str, JsonValue], ...]

    @property
    def call(self) -> str:
        """The call that it is about, by its first step."""
        return str(self.steps[0]["call"])

    @property
    def bills(self) -> bool:
        """Whether a submit that it strikes is accepted, and so stands in the ledger."""
        return all(
            step["fault"].get("when", "after_accepting") == "after_accepting"
            and step["fault"].get("do") != "refuse_connections"
            for step in self.steps
        )


def _named(tables: Iterable[Mapping[str, tuple[JsonValue, ...]]]) -> Mapping[str, Preset]:
    return MappingProxyType(
        {
            name: Preset(name, meaning, tuple(steps))
            for table in tables
            for name, (meaning, *steps) in table.items()
        }
    )


PRESETS = _named(
    [
        submit_presets.SUBMIT,
        status_presets.STATUS,
        result_presets.RESULT,
        status_presets.CANCEL,
        download_presets.DOWNLOAD,
        listing_presets.LISTING,
    ]
)
"""Every preset by its name."""
