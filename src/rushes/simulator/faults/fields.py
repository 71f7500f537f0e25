"""Read an object of a fault file member by member, strictly: what is not known is refused."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from rushes.domain.request import JsonValue

Word = TypeVar("Word", bound=StrEnum)

_MOST = 10**15


class FaultFileUnreadable(Exception):
    """A fault file, or a step that was added, makes no sense; the text tells where and why."""


class Fields:
    """The members of one object.

    Args:
        place: where the object stands, for the words of an error.
        value: the object.

    Every reading method takes the member's name, returns None where there is none, and raises
    FaultFileUnreadable for a value that is not allowed there.
    """

    def __init__(self, place: str, value: JsonValue) -> None:
        if not isinstance(value, Mapping):
            raise FaultFileUnreadable(f"{place}: an object is needed")
        self.place = place
        self._values = dict(value)

    def refuse(self, name: str, why: str) -> FaultFileUnreadable:
        """Return the error for a member."""
        return FaultFileUnreadable(f"{self.place}, {name}: {why}")

    def finish(self) -> None:
        """Refuse what was not read."""
        for name in self._values:
            raise self.refuse(name, "is not known here")

    def take(self, name: str) -> JsonValue:
        """Return a value of any kind, None for null too."""
        return self._values.pop(name, None)

    def has(self, name: str) -> bool:
        """Tell whether a member is there and not read yet."""
        return name in self._values

    def names(self) -> tuple[str, ...]:
        """Return the names of what is not read yet, in order."""
        return tuple(self._values)

    def takes(self, name: str, value: JsonValue) -> bool:
        """Read a member if it has this very value; tell whether it has."""
        if self._values.get(name) != value:
            return False
        del self._values[name]
        return True

    def text(self, name: str) -> str | None:
        """Read a text."""
        value = self.take(name)
        if value is None or isinstance(value, str):
            return value
        raise self.refuse(name, "a text is needed")

    def flag(self, name: str) -> bool | None:
        """Read true or false."""
        value = self.take(name)
        if value is None or isinstance(value, bool):
            return value
        raise self.refuse(name, "true or false is needed")

    def number(self, name: str, *, least: float = 0.0, most: float = _MOST) -> float | None:
        """Read a number within bounds."""
        value = self.take(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refuse(name, "a number is needed")
        if not least <= value <= most:
            raise self.refuse(name, f"it goes from {least:g} to {most:g}")
        return value

    def whole(self, name: str, *, least: int = 0, most: int = _MOST) -> int | None:
        """Read a whole number within bounds."""
        value = self.number(name, least=least, most=most)
        if value is None or isinstance(value, int):
            return value
        raise self.refuse(name, "a whole number is needed")

    def amount(self, name: str) -> int | float | None:
        """Read a number of bytes, or a share of them below 1."""
        value = self.number(name)
        if isinstance(value, float) and not 0 < value < 1:
            raise self.refuse(name, "a whole number of bytes, or a share below 1, is needed")
        return value

    def word(self, name: str, words: type[Word]) -> Word | None:
        """Read one of the known words."""
        text = self.text(name)
        if text is None:
            return None
        try:
            return words(text)
        except ValueError:
            raise self.refuse(name, f"one of {', '.join(words)} is needed") from None

    def texts(self, name: str) -> tuple[str, ...] | None:
        """Read a text or a list of texts."""
        value = self.take(name)
        listed = [value] if isinstance(value, str) else value
        if listed is None:
            return None
        if not isinstance(listed, list):
            raise self.refuse(name, "a text or a list of texts is needed")
        texts = tuple(each for each in listed if isinstance(each, str))
        if len(texts) != len(listed):
            raise self.refuse(name, "a text or a list of texts is needed")
        return texts

    def inner(self, name: str) -> "Fields | None":
        """Read an object."""
        value = self.take(name)
        return None if value is None else Fields(f"{self.place}, {name}", value)
