"""What was asked for makes no sense."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rushes.domain.errors.root import RushesError

if TYPE_CHECKING:
    from rushes.domain.validation import Problem


class InputRefused(RushesError):
    """The inputs do not fit the model's schema; nothing was sent.

    Attributes:
        problems: one entry for each field that is wrong.
    """

    code = "input_refused"

    def __init__(self, problems: "Sequence[Problem]") -> None:
        super().__init__(", ".join(problem.field for problem in problems))
        self.problems = tuple(problems)


class CatalogueEntryUnreadable(RushesError):
    """A catalogue entry has no usable id or no input schema."""

    code = "catalogue_entry_unreadable"
