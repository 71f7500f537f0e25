"""Pictures of differences, made one after the other on a thread of their own."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from rushes.media.difference import averaged, difference
from rushes.media.picture import Picture

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class DifferenceWish:
    """Two pictures of one moment whose difference is wanted.

    Attributes:
        number: tells answers apart.
        moment: the moment of the shared clock that both pictures show.
        reference, other: the pictures.
        gain: what the difference is multiplied by.
        size: width and height in pixels at which it is painted, where that is smaller; else None.
    """

    number: int
    moment: int
    reference: Picture
    other: Picture
    gain: int
    size: tuple[int, int] | None = None


class DifferenceThread:
    """Makes the difference that was wanted last; what is overtaken before its turn is left out.

    All methods but `join` may be called from any thread and return at once. The callback comes
    from this thread; after `close` has returned none begins any more.

    Args:
        on_difference: a wish and the picture that was made for it.
    """

    def __init__(self, on_difference: Callable[[DifferenceWish, Picture], None]) -> None:
        self._on_difference = on_difference
        # Guarded by the condition.
        self._changed = threading.Condition()
        self._wish: DifferenceWish | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="compare pictures", daemon=True)
        self._thread.start()

    def want(self, wish: DifferenceWish) -> None:
        """Have this difference made next, in place of one that waits."""
        with self._changed:
            self._wish = wish
            self._changed.notify_all()

    def close(self) -> None:
        """Tell the thread to end."""
        with self._changed:
            self._closing = True
            self._wish = None
            self._changed.notify_all()

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended, *timeout* seconds at most; not for the GUI thread."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._wish is not None)
                wish, self._wish = self._wish, None
            if wish is None:
                return
            try:
                picture = difference(wish.reference, wish.other, wish.gain)
                if wish.size is not None:
                    # Only now: means of pixels would hide how the pixels themselves differ.
                    picture = averaged(picture, *wish.size)
            except Exception:
                _log.exception("making a difference")
                continue
            if not self._closing:
                self._on_difference(wish, picture)
