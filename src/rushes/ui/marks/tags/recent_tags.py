"""The tags that were given last."""

from collections.abc import Iterable

from rushes.domain.marks import tag_key

MOST = 8


class RecentTags:
    """The newest first, each once."""

    def __init__(self, tags: Iterable[str] = ()) -> None:
        self._tags: list[str] = []
        for tag in reversed(list(tags)):
            self.put(tag)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, the newest first."""
        return tuple(self._tags)

    def put(self, tag: str) -> None:
        """A tag was given."""
        others = [each for each in self._tags if tag_key(each) != tag_key(tag)]
        self._tags = [tag, *others][:MOST]
