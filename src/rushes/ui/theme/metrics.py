"""Space, radii and control sizes, in pixels at 100 %."""

from dataclasses import dataclass
from enum import StrEnum

SPACES = (2, 4, 6, 8, 12, 16, 20, 24, 32, 40)
"""The steps that distances are taken from."""


class Density(StrEnum):
    """How tightly controls stand."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Radius:
    """How round a corner is."""

    SMALL = 3
    """Thumbnails, keys, bars."""
    CONTROL = 4
    TRACK = 5
    """The track of a segmented control."""
    CARD = 6
    """Cards, the prompt, the main button, popups."""
    DIALOG = 8


@dataclass(frozen=True)
class Metrics:
    """The sizes that density and text scale change, in pixels as they are drawn."""

    scale: float
    density: Density = Density.COMFORTABLE

    def px(self, pixels: float) -> int:
        """A size at 100 % as it is drawn under the text scale; at least 1 for any size."""
        drawn = int(pixels * self.scale + 0.5)
        return max(drawn, 1) if pixels > 0 else drawn

    def _by_density(self, comfortable: float, compact: float) -> int:
        return self.px(compact if self.density is Density.COMPACT else comfortable)

    @property
    def control(self) -> int:
        """Height of buttons, fields, combos and segmented controls."""
        return self._by_density(28, 24)

    @property
    def small_control(self) -> int:
        """Height of small buttons; the smallest target there is."""
        return self.px(24)

    @property
    def main_control(self) -> int:
        """Height of the main button."""
        return self.px(40)

    @property
    def row(self) -> int:
        """Height of a row in a list or menu."""
        return self._by_density(28, 24)

    @property
    def head(self) -> int:
        """Height of a panel's head."""
        return self.px(36)

    @property
    def field_gap(self) -> int:
        """Between one control and the next."""
        return self._by_density(14, 10)

    @property
    def label_gap(self) -> int:
        """Between a label and its control."""
        return self.px(5)

    @property
    def padding(self) -> int:
        """Inside a panel."""
        return self._by_density(16, 12)
