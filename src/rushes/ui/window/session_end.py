"""How a session ended, for whoever begins the next one in the same window."""

from dataclasses import dataclass, field
from typing import Any

from rushes.domain.errors import LibraryError
from rushes.engine.errands import Errand
from rushes.engine.left_behind import LeftBehind


@dataclass(slots=True)
class SessionEnd:
    """What is known once the session has ended.

    Attributes:
        errand: what it was ended for, or None: then the window is closed with it.
        failure: why its library could not be opened, where it ended for that.
        left: what runs on in the library.
        shape: the window's shape and the draft.
    """

    errand: Errand | None = None
    failure: LibraryError | None = None
    left: LeftBehind = field(default_factory=LeftBehind)
    shape: dict[str, Any] = field(default_factory=dict)

    @property
    def closes_window(self) -> bool:
        """Whether there is nothing more to be done in the window."""
        return self.errand is None and self.failure is None
