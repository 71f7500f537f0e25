"""Those who want to be told: each hears everything, whatever becomes of the others."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

News = TypeVar("News")

_log = logging.getLogger(__name__)


class Subscribers(Generic[News]):
    """Functions that are called with every piece of news, in the order in which they came.

    A bug in one of them is logged and stops neither the others nor whoever tells: what is told
    has happened already, and must not look as if it had failed.
    """

    def __init__(self) -> None:
        self._all: list[Callable[[News], None]] = []

    def add(self, subscriber: Callable[[News], None]) -> Callable[[], None]:
        """Have a function called with all that is told from now on; returns what ends that."""
        self._all.append(subscriber)
        return lambda: self._all.remove(subscriber)

    def tell(self, news: News) -> None:
        """Call all of them."""
        for subscriber in tuple(self._all):
            try:
                subscriber(news)
            except Exception:
                _log.exception("%s was not taken in", type(news).__name__)
