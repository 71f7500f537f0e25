"""The events of whichever engine works at present, for views that outlive it."""

from collections.abc import Callable

from rushes.engine.engine import Engine
from rushes.engine.events import EngineEvent, EventSubscriber


class EngineFeed:
    """Passes on what the present engine tells; another service means another engine."""

    def __init__(self) -> None:
        self._subscribers: list[EventSubscriber] = []
        self._unsubscribe: Callable[[], None] | None = None

    def subscribe(self, subscriber: EventSubscriber) -> Callable[[], None]:
        """Have a function called with every event; returns what ends that."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    def follow(self, engine: Engine | None) -> None:
        """Pass on the events of this engine, and no longer those of the one before."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self._unsubscribe = None if engine is None else engine.subscribe(self._on_event)

    def _on_event(self, event: EngineEvent) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(event)
