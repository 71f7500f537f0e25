"""Whether the one question, if what waits may go out, is open, answered, or to be asked anew."""

from rushes.engine.events import SendingAsked


class SendingQuestion:
    """Remembers what was asked last.

    Attributes:
        is_kept_waiting: a person has said that the jobs are to wait on.
    """

    def __init__(self) -> None:
        self.is_kept_waiting = False
        self._could_go: frozenset[str] = frozenset()

    def keep_waiting(self) -> None:
        """A person wants them to wait on: nothing asks until something changes."""
        self.is_kept_waiting = True

    def note(self, asked: SendingAsked) -> bool:
        """Take in what waits now; tell whether more can go out than when it was asked last."""
        can_go = frozenset(asked.job_ids if asked.is_reachable else ())
        is_new = bool(can_go - self._could_go)
        self._could_go = can_go
        if is_new or not can_go:
            self.is_kept_waiting = False
        return is_new
