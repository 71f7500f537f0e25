"""When the balance is asked for, and how the service's return is noticed with no job under way."""

import asyncio
import json
import random
import socket
import struct
import time
from collections.abc import AsyncIterator, Callable
from decimal import Decimal

import pytest

from rushes.api.client import ServiceClient
from rushes.domain.errors import NotReachable
from rushes.engine.account_watch import AccountWatch
from rushes.engine.events import BalanceTold, Reach, ReachChanged
from rushes.engine.reachability import Reachability
from rushes.engine.stopping import Stop
from tests.api.scripted_server import Request, ScriptedServer, reply

BALANCE = "/prod/v2/balance"
BALANCE_BODY = json.dumps({"balance_usd": -1.5, "currency": "USD"}).encode()
GONE = reply("404 Not Found", b'{"detail": "Not Found"}')
REFUSED = reply("401 Unauthorized", b'{"message": "no"}')


async def reset(request: Request, writer: asyncio.StreamWriter) -> None:
    """Break the connection."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Account:
    """A service of which a test sets how it answers, and a watch over it."""

    def __init__(self) -> None:
        self.server = ScriptedServer(self._answer)
        self.balance = reply("200 OK", BALANCE_BODY)
        self.model = reply("200 OK", b'{"model_id": "a/b"}')
        self.token = "good"
        self.told: list[BalanceTold] = []
        self.reaches: list[Reach] = []
        self.stop = Stop()
        self.reachability = Reachability(self._on_reach, random.Random(1))

    async def start(self) -> None:
        await self.server.start()
        self.service = ServiceClient(self.server.url, lambda: self.token)
        self.watch = AccountWatch(
            self.service, self.reachability, self.told.append, every=60.0, after_jobs=0.05
        )
        self._task = asyncio.ensure_future(self.watch.run(self.stop))

    async def go_away(self) -> None:
        """Refuse all connections from now on."""
        await self.server.stop()

    async def come_back(self) -> None:
        """Listen again, where it listened before."""
        port = int(self.server.url.rpartition(":")[2])
        self.server._server = await asyncio.start_server(
            self.server._on_connected, "127.0.0.1", port
        )

    async def end(self) -> None:
        self.stop.set()
        await self._task
        await self.service.close()
        await self.server.stop()

    def asked(self, target: str = BALANCE) -> int:
        return sum(request.target == target for request in self.server.requests)

    async def until(self, met: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not met():
                await asyncio.sleep(0.01)

    def _on_reach(self, change: ReachChanged) -> None:
        self.reaches.append(change.reach)
        self.watch.wake()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        assert request.method == "GET"
        answer = self.balance if request.target == BALANCE else self.model
        await answer(request, writer)


@pytest.fixture
async def account() -> AsyncIterator[Account]:
    made = Account()
    await made.start()
    yield made
    await made.end()


async def test_the_balance_is_told_at_the_start_also_below_zero(account: Account) -> None:
    await account.until(lambda: account.told)
    assert account.told[0].balance.amount == Decimal("-1.5")
    assert account.reaches == [Reach.ONLINE]


async def test_many_jobs_that_end_are_one_question(account: Account) -> None:
    await account.until(lambda: account.told)
    for _ in range(8):
        account.watch.poke()
    await account.until(lambda: len(account.told) == 2)
    await asyncio.sleep(0.2)
    assert account.asked() == 2


@pytest.mark.parametrize(
    "answer",
    [GONE, reply("200 OK", b"<html>"), reply("200 OK", b"[]"), reply("200 OK", b"{}"), REFUSED],
)
async def test_a_balance_that_is_not_told_is_no_lost_service(
    account: Account, answer: Callable[..., object]
) -> None:
    await account.until(lambda: account.told)
    account.balance = answer  # type: ignore[assignment]
    account.watch.poke()
    await account.until(lambda: account.asked() == 2)
    await asyncio.sleep(0.1)
    assert account.reaches == [Reach.ONLINE]
    assert len(account.told) == 1


@pytest.mark.parametrize("answer", [reset, reply("503 Service Unavailable", b"{}")])
async def test_an_account_out_of_reach_is_no_lost_service_either(
    account: Account, answer: Callable[..., object]
) -> None:
    await account.until(lambda: account.told)
    account.balance = answer  # type: ignore[assignment]
    asked = len(account.server.requests)
    account.watch.poke()
    await account.until(lambda: len(account.server.requests) >= asked + 2)
    await asyncio.sleep(0.1)
    assert account.reaches == [Reach.ONLINE]


async def test_the_return_of_the_service_is_noticed_and_the_balance_told_again(
    account: Account,
) -> None:
    await account.until(lambda: account.told)
    account.balance = account.model = reset
    account.watch.poke()
    await account.until(lambda: account.reaches[-1] is Reach.OFFLINE)
    failed = len(account.server.requests)
    await account.until(lambda: len(account.server.requests) > failed)
    assert len(account.told) == 1
    account.balance = reply("200 OK", BALANCE_BODY)
    account.model = GONE
    await account.until(lambda: len(account.told) == 2)
    assert account.reaches == [Reach.ONLINE, Reach.OFFLINE, Reach.ONLINE]


async def test_when_others_find_the_service_again_the_balance_is_asked(account: Account) -> None:
    await account.until(lambda: account.told)
    account.balance = account.model = reset
    account.watch.poke()
    await account.until(lambda: account.reaches[-1] is Reach.OFFLINE)
    account.balance = reply("200 OK", BALANCE_BODY)
    account.reachability.note_answer()
    await account.until(lambda: len(account.told) == 2)


async def test_a_refused_token_is_told_once_the_service_itself_refuses_it(
    account: Account,
) -> None:
    await account.until(lambda: account.told)
    account.balance = account.model = REFUSED
    account.watch.poke()
    await account.until(lambda: account.reaches[-1] is Reach.TOKEN_NEEDED)
    asked = len(account.server.requests)
    account.watch.poke()
    await asyncio.sleep(0.2)
    assert len(account.server.requests) == asked


async def test_fewer_calls_are_made_when_the_service_asks_for_that(account: Account) -> None:
    await account.until(lambda: account.told)
    account.balance = reply("429 Too Many Requests", b"{}", "Retry-After: 90")
    account.watch.poke()
    await account.until(lambda: account.asked() == 2)
    await asyncio.sleep(0.2)
    assert account.asked() == 2
    assert account.reachability.pause == 0.0


async def test_without_a_token_nothing_is_asked_until_there_is_one() -> None:
    account = Account()
    account.token = ""
    await account.start()
    await asyncio.sleep(0.1)
    assert (account.server.requests, account.reaches) == ([], [])
    account.token = "good"
    account.watch.poke()
    await account.until(lambda: account.told)
    await account.end()


async def test_a_network_that_comes_back_is_noticed_within_ten_seconds(account: Account) -> None:
    await account.until(lambda: account.told)
    await account.go_away()
    account.watch.poke()
    await account.until(lambda: account.reaches[-1] is Reach.OFFLINE)
    # As after a long time away.
    for _ in range(10):
        account.reachability._quiet_until = 0.0
        account.reachability.note_trouble(NotReachable())
    await account.come_back()
    began = time.monotonic()
    await account.until(lambda: len(account.told) == 2)
    assert time.monotonic() - began < 10.0
