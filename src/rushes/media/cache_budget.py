"""One allowance of memory for the frames of all open clips."""

import threading
from collections.abc import Callable

DEFAULT_CACHE_BYTES = 768 * 1024 * 1024
"""Holds about 550 frames of 720p, or 60 of 4K."""


class CacheBudget:
    """Shares a number of bytes among the caches of the open clips.

    Every cache says how much it could use at most. Those that need less than an equal share get
    all that they need, and the rest is shared among the others. A cache that loses a part of its
    share is told, and nobody gets bytes that another still holds, so the total is never
    exceeded, except that each cache may always hold one frame.

    All methods may be called from any thread.
    """

    def __init__(self, total_bytes: int = DEFAULT_CACHE_BYTES) -> None:
        self._lock = threading.Lock()
        self._total = total_bytes
        self._shares: list[CacheShare] = []

    @property
    def total_bytes(self) -> int:
        """The whole allowance."""
        return self._total

    @total_bytes.setter
    def total_bytes(self, value: int) -> None:
        with self._lock:
            self._total = value
            told = self._divide()
        _tell(told)

    @property
    def used_bytes(self) -> int:
        """What all caches hold together."""
        with self._lock:
            return sum(share.used for share in self._shares)

    def join(self, on_change: Callable[[], None]) -> "CacheShare":
        """Take part; *on_change* is called, from any thread, when the share may have changed."""
        with self._lock:
            share = CacheShare(self, on_change)
            self._shares.append(share)
            told = self._divide()
        _tell(told)
        return share

    def _divide(self) -> "list[CacheShare]":
        """Set every allowance, smallest need first; returns who has to be told."""
        left = self._total
        shares = sorted(self._shares, key=lambda share: share.need)
        changed = []
        for position, share in enumerate(shares):
            allowed = min(share.need, left // (len(shares) - position))
            left -= allowed
            if allowed != share.allowance:
                share.allowance = allowed
                changed.append(share)
        return changed

    def _starved(self) -> "list[CacheShare]":
        """Who waits for bytes that others held; they wait no longer."""
        starved = [share for share in self._shares if share._starved]
        for share in starved:
            share._starved = False
        return starved


class CacheShare:
    """One cache's part of a `CacheBudget`.

    Attributes:
        allowance: bytes that this cache may hold now.
        used: bytes that it holds.
        need: bytes that it could use at most.
    """

    def __init__(self, budget: CacheBudget, on_change: Callable[[], None]) -> None:
        self._budget = budget
        self.on_change = on_change
        self.allowance = 0
        self.used = 0
        self.need = budget.total_bytes
        self._starved = False

    def set_need(self, nbytes: int) -> None:
        """Tell the bytes that this cache could use at most."""
        with self._budget._lock:
            self.need = nbytes
            told = self._budget._divide()
        _tell(told)

    def take(self, nbytes: int) -> bool:
        """Take *nbytes* more, unless that is over the share or others still hold them.

        A cache that holds nothing always gets its first frame. When others hold the bytes,
        `on_change` is called as soon as they give some back.
        """
        with self._budget._lock:
            total = sum(share.used for share in self._budget._shares)
            if self.used:
                if self.used + nbytes > self.allowance:
                    return False
                if total + nbytes > self._budget._total:
                    self._starved = True
                    return False
            self.used += nbytes
            return True

    def give_back(self, nbytes: int) -> None:
        """Give *nbytes* back."""
        with self._budget._lock:
            self.used -= nbytes
            told = self._budget._starved()
        _tell(told)

    def leave(self) -> None:
        """Give everything back and take part no longer; safe to call twice."""
        with self._budget._lock:
            if self not in self._budget._shares:
                return
            self._budget._shares.remove(self)
            told = self._budget._divide() + self._budget._starved()
        _tell(told)


def _tell(shares: list[CacheShare]) -> None:
    # Outside of the lock: whoever is told may come straight back with a question.
    for share in shares:
        share.on_change()
