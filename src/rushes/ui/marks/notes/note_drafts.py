"""What is typed of a note, for the frame and for the whole take. Plain values, no widget."""

from collections.abc import Mapping, Sequence

from rushes.domain.mark_changes import NoteChange


class NoteDrafts:
    """Keeps one text for each place that a note may have, as it was and as it is typed.

    Args:
        written: the texts of the notes of all takes concerned, by place, or None where nobody
            knows them; places by the frame's index, None for the take.
        place: where typing begins.

    Attributes:
        place: where the text belongs that is typed now.
    """

    def __init__(
        self, written: Mapping[int | None, Sequence[str] | None], place: int | None
    ) -> None:
        self.place = place
        self._differ = {
            each: texts is None or len(set(texts)) > 1 for each, texts in written.items()
        }
        self._before = {
            each: "" if self._differ[each] or not texts else texts[0]
            for each, texts in written.items()
        }
        self._now = dict(self._before)

    @property
    def places(self) -> list[int | None]:
        """Where the note may be."""
        return list(self._now)

    @property
    def text(self) -> str:
        """The text at the present place."""
        return self._now[self.place]

    @property
    def differ(self) -> bool:
        """Whether the takes have different notes at the present place."""
        return self._differ[self.place]

    @property
    def had_text(self) -> bool:
        """Whether there is a note at the present place already."""
        return bool(self._before[self.place]) or self.differ

    def type(self, text: str) -> None:
        """The text at the present place is another one now."""
        self._now[self.place] = text

    def move(self, place: int | None) -> None:
        """Write at another place; a new text goes along where nothing stands yet."""
        here, there = self.place, place
        is_new = self._now[here] != self._before[here]
        if is_new and not self._before[here] and not self._now[there] and not self._differ[there]:
            self._now[there], self._now[here] = self._now[here], ""
        self.place = there

    def changes(self) -> list[NoteChange]:
        """What is to be written: nothing for places where nothing was changed."""
        changed = []
        for place, text in self._now.items():
            tidy = text.strip()
            if tidy != self._before[place].strip():
                changed.append(NoteChange(tidy, place))
        return changed
