"""A service that belongs to the program itself."""

from typing import Protocol


class OwnService(Protocol):
    """A service that the program runs itself, as the demo does."""

    async def start(self) -> str:
        """Start it and return its origin."""

    async def stop(self) -> None:
        """Stop it."""
