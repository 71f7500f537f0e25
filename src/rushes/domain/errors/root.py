"""The root of all expected errors."""

from typing import ClassVar


class RushesError(Exception):
    """Root of all expected errors.

    Attributes:
        code: key of the words for people in `rushes.domain.error_words`.
        detail: what the system or the service said; text from outside, never shown unasked.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.code)
        self.detail = detail
