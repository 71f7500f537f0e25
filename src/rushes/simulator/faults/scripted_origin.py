"""An origin whose calls can go wrong as a script says."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from rushes.simulator.connection import Connection
from rushes.simulator.faults.fault import Fault
from rushes.simulator.faults.player import Player, end
from rushes.simulator.faults.script import FaultScript
from rushes.simulator.faults.step import Call
from rushes.simulator.origin import Answer, Origin
from rushes.simulator.wire import Reply, Request, RequestHead

CallOf = Callable[[RequestHead], Call | None]
"""Names the call that a request makes; None if it makes none."""

WordsFor = Callable[[Call, Reply | None], Mapping[str, str]]
"""Returns what the placeholders stand for, given a call and its right reply."""


class ScriptedOrigin(Origin):
    """An origin that asks the script before it answers.

    Args:
        answer: answers rightly.
        script: chooses what goes wrong.
        call_of: names calls.
        words_for: fills placeholders.
        is_media: whether it is the origin of the media.
    """

    def __init__(
        self,
        answer: Answer,
        script: FaultScript,
        call_of: CallOf,
        words_for: WordsFor,
        *,
        is_media: bool,
    ) -> None:
        super().__init__(answer)
        self._script, self._call_of, self._words_for = script, call_of, words_for
        self._is_media = is_media
        script.call_on_change(self._on_script_changed)

    async def start(self, port: int = 0) -> None:
        """Listen, unless the script says that nobody does. Raises OSError."""
        await super().start(port)
        self._refuse_if_due()

    async def greet(self, connection: Connection) -> bool:
        """Have the script say what becomes of a connection that has just opened."""
        fault = self._script.greet(media=self._is_media)
        if fault is None:
            return True
        with self.may_be_dropped():
            await asyncio.sleep(fault.delay_seconds)
            await end(connection, fault.do, fault.seconds)
        return False

    async def exchange(self, connection: Connection, head: RequestHead) -> bool:
        """Answer rightly, or play what the script says."""
        call = self._call_of(head)
        fault = self._script.choose(call) if call is not None else None
        try:
            if call is None or fault is None:
                return await super().exchange(connection, head)
            with self.may_be_dropped():
                return await self._play(connection, head, call, fault)
        finally:
            self._refuse_if_due()

    async def _play(
        self, connection: Connection, head: RequestHead, call: Call, fault: Fault
    ) -> bool:
        here = {"HERE": self.url + head.target}
        player = Player(
            fault, lambda right: {**self._words_for(call, right), **here}, self._script.chance
        )

        async def carry_out(body: bytes) -> Reply:
            if fault.wait_for_end and call.job is not None:
                await call.job.over.wait()
            asked = _without_range(head) if fault.ignores_range else head
            return await self.answered(Request(asked, body))

        return await player.play(connection, head, carry_out) and not self.is_stopping

    def _refuse_if_due(self) -> None:
        fault = self._script.refusal(media=self._is_media)
        if fault is not None:
            self.refuse_connections(fault.seconds)

    def _on_script_changed(self) -> None:
        if not self.is_started:
            return
        if self._script.is_empty:
            self.listen_again()
        self._refuse_if_due()


def _without_range(head: RequestHead) -> RequestHead:
    kept = {name: value for name, value in head.headers.items() if name != "range"}
    return replace(head, headers=MappingProxyType(kept))
