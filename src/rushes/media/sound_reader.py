"""Reads a clip's sound on a thread of its own."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from rushes.domain.errors import MediaError, MediaUnreadable
from rushes.media.decode_limits import DEFAULT_LIMITS, DecodeLimits
from rushes.media.sound import SoundDecoder, SoundTrack

_log = logging.getLogger(__name__)

_ENOUGH_SECONDS = 1.0
"""So much sound is there before it is announced; the rest comes many times faster than it plays."""


class SoundReader:
    """The sound of one clip.

    The callbacks come from the thread and must hand over to the GUI thread. After `close` has
    returned none begins any more, though one that had begun may still be under way.

    Args:
        path: the clip.
        limits: what is too large to open.
        on_opened: the track, which fills up further while it is heard; comes once.
        on_error: the sound cannot be read, or after `on_opened`, not to its end.
    """

    def __init__(
        self,
        path: Path,
        *,
        limits: DecodeLimits = DEFAULT_LIMITS,
        on_opened: Callable[[SoundTrack], None],
        on_error: Callable[[MediaError], None],
    ) -> None:
        self._path = path
        self._limits = limits
        self._on_opened, self._on_error = on_opened, on_error
        self._closing = False
        # A thread that nobody closed must not keep the program from ending.
        self._thread = threading.Thread(target=self._work, name=f"sound {path.name}", daemon=True)

    def start(self) -> None:
        """Begin to read; once."""
        self._thread.start()

    def close(self) -> None:
        """Tell the thread to end, which it does within one packet's decoding."""
        self._closing = True

    def join(self, timeout: float | None = None) -> bool:
        """Wait until the thread has ended, *timeout* seconds at most; not for the GUI thread."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            with SoundDecoder(self._path, self._limits) as decoder:
                self._fill(decoder)
        except MediaError as error:
            self._report(error)
        except Exception as error:
            _log.exception("reading the sound of %s", self._path.name)
            self._report(MediaUnreadable(f"{self._path.name}: {error!r}"))

    def _fill(self, decoder: SoundDecoder) -> None:
        told = False
        for filled in decoder.decode():
            if self._closing:
                return
            if not told and filled >= _ENOUGH_SECONDS:
                told = True
                self._on_opened(decoder.track)
        if not told and not self._closing:
            self._on_opened(decoder.track)

    def _report(self, error: MediaError) -> None:
        if not self._closing:
            self._on_error(error)
