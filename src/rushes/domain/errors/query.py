"""What is wrong with a query."""

from typing import TYPE_CHECKING

from rushes.domain.errors.root import RushesError

if TYPE_CHECKING:
    from rushes.domain.search.query import Problem


class QueryNotUnderstood(RushesError):
    """The text of a search makes no sense.

    Attributes:
        problem: where and why.
    """

    code = "query_not_understood"

    def __init__(self, problem: "Problem") -> None:
        super().__init__(problem.text)
        self.problem = problem
